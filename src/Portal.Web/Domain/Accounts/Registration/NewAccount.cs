using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Passwords;

namespace Portal.Web.Domain.Accounts.Registration;

/// <summary>An account to be. Texts are checked and in the form in which they are stored.</summary>
/// <param name="Keyword">In canonical form, or null for none.</param>
/// <param name="Permissions">Of a manager (CONT-5); null = all of its role.</param>
/// <param name="MustHaveSecondFactor">A second factor is asked of
/// this one, where the policy leaves it open (CONT-2).</param>
public sealed record NewAccount(
    string Door,
    string LoginId,
    AccountRole Role,
    Guid ContractId,
    AccountDetails Details,
    string? Email = null,
    string? Keyword = null,
    IReadOnlyCollection<Permission>? Permissions = null,
    bool MustHaveSecondFactor = false)
{
    /// <summary>Keeps the keyword out of logs (AU-05).</summary>
    public override string ToString() => $"{nameof(NewAccount)} {LoginId}";
}

/// <param name="First">The first password, for the one page that
/// shows it; null where its owner sets it from an invitation.</param>
public sealed record PreparedAccount(NewAccount Account, PreparedPassword? First, string? KeywordHash)
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
            Permissions = Account is { Role: AccountRole.Manager, Permissions: { } permissions } ? UserPermissions.Text(permissions) : null,
            MustHaveSecondFactor = Account.MustHaveSecondFactor,
            ChangedBy = registeredBy,
        };
        Account.Details.ApplyTo(user);
        return user;
    }
}

/// <summary>What was hashed for an account to be, before it is known whether it may be registered.</summary>
/// <param name="First">The first password; null where its owner sets it from an invitation.</param>
public sealed record PreparedSecrets(PreparedPassword? First, string? KeywordHash)
{
    public PreparedAccount For(NewAccount account) => new(account, First, KeywordHash);

    public override string ToString() => nameof(PreparedSecrets);
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

    /// <summary>There is no password yet: the caller sends the invitation.</summary>
    public sealed record Added(PortalUser User) : RegisterOutcome;

    /// <summary>Whose it is, nobody is told (EN-06).</summary>
    public sealed record IdTaken : RegisterOutcome;

    /// <summary>The contract itself has it, which is no secret.</summary>
    public sealed record IdKnown : RegisterOutcome;

    /// <summary>One's own login ID has a user with this address already (EN-13).</summary>
    public sealed record AddressTaken : RegisterOutcome;

    public sealed record LimitReached : RegisterOutcome;

    /// <summary>So many taken IDs were tried in an hour that this is guessing (EN-06).</summary>
    public sealed record TooManyProbes : RegisterOutcome;
}
