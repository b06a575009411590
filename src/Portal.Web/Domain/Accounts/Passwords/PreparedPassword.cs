namespace Portal.Web.Domain.Accounts.Passwords;

/// <param name="Text">Shown once and kept nowhere.</param>
public sealed record PreparedPassword(string Text, string Hash)
{
    public override string ToString() => nameof(PreparedPassword);
}
