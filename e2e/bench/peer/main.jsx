// What a team would build in an afternoon with react-admin on the same API: list, page and form of a token.
import {
  Admin,
  AutocompleteArrayInput,
  BooleanField,
  Create,
  Datagrid,
  DateField,
  DateInput,
  DeleteButton,
  FunctionField,
  List,
  NumberField,
  Resource,
  Show,
  SimpleForm,
  SimpleShowLayout,
  TextField,
  TextInput,
  useGetList,
} from 'react-admin'
import { createRoot } from 'react-dom/client'

const authorization = sessionStorage.getItem('waldur-tokens.session')

async function call(path, init) {
  const headers = { Authorization: authorization, 'Content-Type': 'application/json' }
  const response = await fetch(`/api/${path}`, { ...init, headers })
  const data = response.status === 204 ? null : await response.json()
  return { data, total: Number(response.headers.get('X-Result-Count')) }
}

const withId = (row) => ({ ...row, id: row.uuid ?? row.permission })

const dataProvider = {
  getList: async (resource, { pagination, filter }) => {
    const query = filter?.q ? `&query=${encodeURIComponent(filter.q)}` : ''
    const { data, total } = await call(`${resource}/?page=${pagination.page}&page_size=${pagination.perPage}${query}`)
    return { data: data.map(withId), total: total || data.length }
  },
  getOne: async (resource, { id }) => ({ data: withId((await call(`${resource}/${id}/`)).data) }),
  create: async (resource, { data }) => ({
    data: withId((await call(`${resource}/`, { method: 'POST', body: JSON.stringify(data) })).data),
  }),
  delete: async (resource, { id, previousData }) => {
    await call(`${resource}/${id}/`, { method: 'DELETE' })
    return { data: previousData }
  },
}

const searches = [<TextInput key="q" source="q" label="Search" alwaysOn />]

function TokenList() {
  return (
    <List perPage={100} filters={searches}>
      <Datagrid rowClick="show">
        <TextField source="name" />
        <TextField source="token_prefix" />
        <FunctionField label="Scopes" render={({ scopes }) => scopes.length} />
        <DateField source="expires_at" />
        <DateField source="last_used_at" />
        <NumberField source="use_count" />
        <BooleanField source="is_active" />
        <DeleteButton />
      </Datagrid>
    </List>
  )
}

function TokenShow() {
  return (
    <Show>
      <SimpleShowLayout>
        <TextField source="name" />
        <TextField source="token_prefix" />
        <DateField source="expires_at" showTime />
      </SimpleShowLayout>
    </Show>
  )
}

const allScopes = { pagination: { page: 1, perPage: 1000 } }

function TokenCreate() {
  const { data = [] } = useGetList('personal-access-tokens/available_scopes', allScopes)
  return (
    <Create>
      <SimpleForm>
        <TextInput source="name" required />
        <AutocompleteArrayInput
          source="scopes"
          choices={data.map(({ permission, description }) => ({ id: permission, name: description }))}
        />
        <DateInput source="expires_at" />
      </SimpleForm>
    </Create>
  )
}

createRoot(document.getElementById('root')).render(
  <Admin dataProvider={dataProvider} disableTelemetry>
    <Resource name="personal-access-tokens" list={TokenList} show={TokenShow} create={TokenCreate} />
  </Admin>,
)
