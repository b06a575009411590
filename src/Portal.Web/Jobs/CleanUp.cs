using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;

namespace Portal.Web.Jobs;

/// <summary>
/// Deletes what is over and serves nothing any more, a piece of a kind at a time. Each statement says how long
/// something is still of use after its end.
/// </summary>
internal sealed class CleanUp(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>Short enough for the time a statement may take, also on a slow disk.</summary>
    internal const int Piece = 2000;

    /// <summary>Of rows with which many others go, or the pieces of a file.</summary>
    internal const int SmallPiece = 100;

    /// <summary>Rows that belong to the current tenant; each kind says how many it deleted.</summary>
    public static readonly IReadOnlyList<Func<CleanUp, CancellationToken, Task<int>>> OfTenant =
    [
        Oldest(it => it.db.FormDrafts.Where(row => row.ExpiresAt < it.Now).OrderBy(row => row.ExpiresAt)),

        // A page left open over night must not create twice what it created yesterday.
        Oldest(it => it.db.FormUses.Where(row => row.UsedAt < it.Ago(2)).OrderBy(row => row.UsedAt)),

        // Codes are counted by the hour.
        Oldest(it => it.db.SignInAttempts.Where(row => row.ExpiresAt < it.Ago(1)).OrderBy(row => row.ExpiresAt)),
        Oldest(it => it.db.PasskeyCeremonies.Where(row => row.ExpiresAt < it.AnHourAgo).OrderBy(row => row.ExpiresAt)),

        // The next page of an ended session tells why it ended.
        Oldest(it => it.db.Sessions.Where(row => row.EndedAt < it.Ago(30) || row.ExpiresAt < it.Ago(30))
            .OrderBy(row => row.ExpiresAt)),
        Oldest(it => it.db.SecurityLinks.Where(row => row.ExpiresAt < it.Ago(30)).OrderBy(row => row.ExpiresAt)),
        Oldest(it => it.db.TrustedBrowsers.Where(row => row.ExpiresAt < it.Ago(1) || row.EndedAt < it.Ago(30))
            .OrderBy(row => row.ExpiresAt)),
        Oldest(it => it.db.RecoveryRequests.Where(row => row.HandledAt < it.Ago(30)).OrderBy(row => row.HandledAt)),

        // A way back in that nobody could decide for a week is nobody's wish any more, and what was typed for it
        // must go (ML-06).
        Oldest(it => it.db.RecoveryRequests.Where(row => row.HandledAt == null && row.CreatedAt < it.Ago(7))
            .OrderBy(row => row.CreatedAt)),
        (it, cancelled) => it.ForgetRegistrationsAsync(cancelled),

        // While the row is there, nobody can play the posts of a call once more.
        Oldest(it => it.db.PhoneCalls.Where(row => row.StartedAt < it.Ago(90)).OrderBy(row => row.StartedAt)),

        // Nobody confirms by then what was keyed in (IV-W04).
        (it, cancelled) => it.db.PhoneCalls.Where(row => row.StartedAt < it.Ago(2) && row.EntryHash != null)
            .OrderBy(row => row.StartedAt).Take(Piece)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EntryHash, (string?)null), cancelled),
        Oldest(it => it.db.Setbacks.Where(row => row.LastAt < it.Ago(7)).OrderBy(row => row.LastAt)),

        // The pieces of the files go with them.
        Oldest(it => it.db.ExportJobs.Where(row => row.ExpiresAt < it.Now).OrderBy(row => row.ExpiresAt), SmallPiece),
        Oldest(it => it.db.ImportJobs.Where(row => row.ExpiresAt < it.Now).OrderBy(row => row.ExpiresAt), SmallPiece),
    ];

    /// <summary>Rows that belong to no tenant.</summary>
    public static readonly IReadOnlyList<Func<CleanUp, CancellationToken, Task<int>>> OfAll =
    [
        Oldest(it => it.db.AddressWindows.Where(row => row.WindowStart < it.Ago(1)).OrderBy(row => row.WindowStart)),
        Oldest(it => it.db.CaughtMails.Where(row => row.SentAt < it.Ago(30)).OrderBy(row => row.SentAt)),
    ];

    private readonly PortalDbContext db = db;

    private DateTimeOffset Now { get; } = clock.GetUtcNow();

    private DateTimeOffset AnHourAgo => Now.AddHours(-1);

    private DateTimeOffset Ago(int days) => Now.AddDays(-days);

    private static Func<CleanUp, CancellationToken, Task<int>> Oldest<T>(Func<CleanUp, IQueryable<T>> over, int piece = Piece) =>
        (it, cancelled) => over(it).Take(piece).ExecuteDeleteAsync(cancelled);

    /// <summary>
    /// Who registered and set no password within a week may register again; not while a temporary password is on its
    /// way to its owner.
    /// </summary>
    private async Task<int> ForgetRegistrationsAsync(CancellationToken cancellationToken)
    {
        var (now, aWeek) = (Now, Ago(7));
        var due = db.Users.Where(user => user.Role == AccountRole.LinkedManager && user.PasswordHash == null
            && user.PasswordChangedAt == null && user.InvitedAt < aWeek
            && !db.TemporaryPasswords.Any(row => row.UserId == user.Id && row.EndedAt == null && row.ExpiresAt > now));
        var forgotten = 0;
        foreach (var user in await due.AsNoTracking().OrderBy(user => user.Id).Take(SmallPiece).ToListAsync(cancellationToken))
        {
            // It may have set one, or have been asked again, at this moment.
            if (await due.Where(row => row.Id == user.Id).ExecuteDeleteAsync(cancellationToken) == 1)
            {
                audit.Record(AuditKinds.UserRemoved, AuditSubject.Of(user), "NoPassword",
                    new { email = user.Email, language = user.Language, timeZone = user.TimeZone, told = false });
                forgotten++;
            }
        }

        return forgotten;
    }
}
