using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Details;

/// <param name="Language">Null follows the site; so do the others.</param>
public sealed record Preferences(string? Language, string? TimeZone, string? Theme)
{
    public static Preferences Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new(user.Language, user.TimeZone, user.Theme);
    }
}

/// <summary>
/// Language, zone and theme of the signed-in user; no edit of the account that would disturb an open form.
/// </summary>
public sealed class UserPreferences(PortalDbContext db, CurrentSession session, AuditLog audit)
{
    public Task SetLanguageAsync(string language, CancellationToken cancellationToken) =>
        Readers.ExecuteUpdateAsync(set => set.SetProperty(user => user.Language, language), cancellationToken);

    public Task SetThemeAsync(string theme, CancellationToken cancellationToken) =>
        Readers.ExecuteUpdateAsync(set => set.SetProperty(user => user.Theme, theme), cancellationToken);

    /// <param name="seen">What the form showed; where the account
    /// says otherwise by now, nothing is written (SAFE-1).</param>
    public async Task<ChangeOutcome> ChangeAsync(Preferences seen, Preferences wanted)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(wanted);
        if (seen == wanted && Preferences.Of(session.User) == seen)
        {
            return ChangeOutcome.Unchanged;
        }

        var changed = await Own.Where(user => user.Language == seen.Language && user.TimeZone == seen.TimeZone && user.Theme == seen.Theme)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Language, wanted.Language)
                .SetProperty(user => user.TimeZone, wanted.TimeZone).SetProperty(user => user.Theme, wanted.Theme));
        if (changed == 0)
        {
            return ChangeOutcome.Conflict;
        }

        audit.Record(AuditKinds.ProfileChanged, session.Account, details: new { changes = Differences(seen, wanted) });
        return ChangeOutcome.Changed;
    }

    private static Dictionary<string, string?[]> Differences(Preferences before, Preferences after) =>
        new (string Name, string? Before, string? After)[]
        {
            ("language", before.Language, after.Language), ("timeZone", before.TimeZone, after.TimeZone),
                ("theme", before.Theme, after.Theme),
        }.Where(each => each.Before != each.After).ToDictionary(each => each.Name, each => new[] { each.Before, each.After });

    /// <summary>What is switched on the page is for the one who reads it, also in somebody else's place.</summary>
    private IQueryable<PortalUser> Readers => db.Users.Where(user => user.Id == session.Reader.Id);

    private IQueryable<PortalUser> Own => db.Users.Where(user => user.Id == session.UserId);
}
