/** The room of the cards below a token's life. */
export const LoadingCards = () => (
  <div className="token-columns" aria-hidden="true">
    <span className="card-loading" />
    <span className="card-loading" />
  </div>
)
