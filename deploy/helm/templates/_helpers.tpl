{{- define "waldur-tokens.name" -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "waldur-tokens.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "waldur-tokens.labels" -}}
{{ include "waldur-tokens.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* The paths of the host that the page's container serves, as JSON. */}}
{{- define "waldur-tokens.paths" -}}
{{- $paths := list (.Values.path | default "/") }}
{{- if and .Values.path .Values.waldur.address }}
{{- $all := list "/api" "/api-auth" }}
{{- $paths = concat $paths (ternary $all (list "/api/personal-access-tokens") (eq .Values.waldur.pass "all")) }}
{{- end }}
{{- $paths | toJson }}
{{- end }}

{{- define "waldur-tokens.confined" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end }}
