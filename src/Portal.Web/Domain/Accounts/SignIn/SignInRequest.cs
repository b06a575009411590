using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.SignIn;

/// <param name="Known">Accounts that the browser's signed device cookie knows (LOCK-10).</param>
/// <param name="TrustTokens">What its cookie says of accounts that trust this browser (MFA-2).</param>
public sealed record SignInRequest(
    DoorProfile Door,
    string Identifier,
    string? Second,
    string Password,
    KnownAccounts Known,
    string? ReturnUrl = null,
    IReadOnlyCollection<string>? TrustTokens = null)
{
    /// <summary>The login ID as it is looked up, whatever its spelling.</summary>
    public string Key { get; } = LoginKeys.For(Door, Identifier, Second);

    /// <summary>
    /// What was typed is no e-mail address though the door asks for one: it may be a master ID there (LINK-3).
    /// </summary>
    private bool IsMasterId => Door.Identifier.Kind == IdentifierKind.Email && !Key.Contains('@');

    /// <summary>The account that it names, one or none; either way one statement.</summary>
    internal IQueryable<PortalUser> Among(IQueryable<PortalUser> users)
    {
        var (door, key, master) = (Door.Key, Key, IsMasterId ? LoginKeys.Master(Identifier) : null);
        return IsMasterId
            ? users.Where(user => user.Door == door && user.MasterKey == master)
            : users.Where(user => user.Door == door && user.NormalizedUserName == key);
    }

    /// <summary>Keeps the password out of logs (AU-05).</summary>
    public override string ToString() => nameof(SignInRequest);
}
