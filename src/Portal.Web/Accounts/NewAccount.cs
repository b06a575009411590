using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>An account to be. Texts are checked and in the form in which they are stored.</summary>
/// <param name="Keyword">In canonical form, or null for none.</param>
public sealed record NewAccount(string Door, string LoginId, AccountRole Role, Guid ContractId, AccountDetails Details, string? Email = null, string? Keyword = null)
{
    /// <summary>Keeps the keyword out of logs (AU-05).</summary>
    public override string ToString() => $"{nameof(NewAccount)} {LoginId}";
}

/// <param name="Password">The first password, for the one page that shows it.</param>
public sealed record PreparedAccount(NewAccount Account, string Password, string PasswordHash, string? KeywordHash)
{
    public override string ToString() => $"{nameof(PreparedAccount)} {Account.LoginId}";

    internal PortalUser ToUser(string? registeredBy)
    {
        var user = new PortalUser
        {
            Door = Account.Door,
            UserName = Account.LoginId,
            Role = Account.Role,
            ContractId = Account.ContractId,
            Email = Account.Email,
            NormalizedEmail = Account.Email is null ? null : CanonicalText.Email(Account.Email),
            KeywordHash = KeywordHash,
            ChangedBy = registeredBy,
        };
        Account.Details.Put(user);
        return user;
    }
}

public abstract record RegisterOutcome
{
    private RegisterOutcome()
    {
    }

    /// <param name="Password">The first, temporary password; shown once and kept nowhere.</param>
    public sealed record Registered(PortalUser User, string Password, TemporaryPassword Issued) : RegisterOutcome
    {
        public override string ToString() => $"{nameof(Registered)} {User.UserName}";
    }

    /// <summary>Whose it is, nobody is told (EN-06).</summary>
    public sealed record IdTaken : RegisterOutcome;

    public sealed record LimitReached : RegisterOutcome;

    /// <summary>So many taken IDs were tried in an hour that this is guessing (EN-06).</summary>
    public sealed record TooManyProbes : RegisterOutcome;
}
