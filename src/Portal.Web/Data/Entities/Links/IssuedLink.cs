namespace Portal.Web.Data.Entities;

/// <summary>A link that this transaction made, for the mail that carries it.</summary>
/// <param name="Token">Nothing but that mail may keep it.</param>
public sealed record IssuedLink(SecurityLink Link, string Token)
{
    /// <summary>Keeps the token out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(IssuedLink);
}
