using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.OwnAccount.Hub;

/// <param name="Key">Names its title.</param>
/// <param name="Text">Names what it says of the page.</param>
public sealed record AccountEntry(string Key, string Path, string Text)
{
    public AccountEntry(string key, string path)
        : this(key, path, key + ".Text")
    {
    }
}

/// <param name="Key">Names its heading.</param>
public sealed record AccountGroup(string Key, IReadOnlyList<AccountEntry> Entries);

/// <summary>What "my account" leads to: each page where the application and the portal have it.</summary>
public sealed class AccountPages(Offers offers, CurrentTenant tenant, CurrentSession session)
{
    private static readonly AccountGroup[] All =
    [
        new("Person", [new("Profile", "account/profile"), new("Email", "account/email"), new("Preferences", "account/preferences"),
            new("Contract", "account/contract")]),
        new("Safety",
            [new("Password", "account/password"), new("Security", "account/security"), new("Sessions", "account/sessions"),
                new("History", "account/login-history")]),
        new("Linked", [new("LinkedIds", "account/linked-ids"), new("LinkedManagers", "account/linked-managers")]),
        new("Data", [new("Exports", "account/exports"), new("Download", "account/data")]),
    ];

    public IReadOnlyList<AccountGroup> Groups =>
    [
        .. All.Select(group =>
                group with { Entries = [.. group.Entries.Where(entry => offers.HasPage(entry.Path) && IsOwn(entry)).Select(Said)] })
            .Where(group => group.Entries.Count > 0),
    ];

    // Where there is no second factor, the page tells how safe the account is and has none to set up.
    private AccountEntry Said(AccountEntry entry) => entry.Key switch
    {
        "Security" when !tenant.Value.Has(TenantFeatures.SecondFactor) => entry with { Text = "Security.Overview" },
        "Email" when SignsInWithAddress => entry with { Text = "Email.SignsIn" },
        _ => entry,
    };

    private bool SignsInWithAddress =>
        tenant.Value.Door(session.User.Door) is { Second.Kind: IdentifierKind.Email } or { Identifier.Kind: IdentifierKind.Email };

    // A child's address is its parent's to change (OPER-4).
    private bool IsOwn(AccountEntry entry) => entry.Key != "Email" || tenant.Value.ChangesOwnEmail(session.HomeRole);
}
