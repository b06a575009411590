using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Contracts;
using Portal.Rules.Imports;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Contracts;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Imports;

/// <summary>Those of a file who have set no password of their own yet, and came with none.</summary>
/// <param name="Without">Nobody has issued them a temporary one either, in the order of the file.</param>
/// <param name="Unused">They have one, or had, the longest ago first.</param>
public sealed record WithoutPassword(IReadOnlyList<WaitingUser> Without, IReadOnlyList<WaitingUser> Unused)
{
    /// <summary>Whose turn it is.</summary>
    /// <param name="again">Also those who were issued one.</param>
    public IReadOnlyList<WaitingUser> Next(bool again) =>
        [.. (again ? Without.Concat(Unused) : Without).Take(MovedInPasswords.AtOnce)];
}

/// <param name="Latest">The newest temporary password, live or not.</param>
public sealed record WaitingUser(Guid UserId, Guid? Latest);

/// <param name="Password">Shown once; never stored in clear.</param>
public sealed record FirstPasswordIssued(Guid UserId, string Password, DateTimeOffset ExpiresAt)
{
    // A record would write its password into logs and messages.
    public override string ToString() => nameof(FirstPasswordIssued);
}

/// <summary>First passwords for those who moved in without one, some at a time (ADMIN-14); inside the tenant.</summary>
public sealed class MovedInPasswords(PortalDbContext db, ImportJobs jobs, AccountLocks locks, TemporaryPasswordService passwords)
{
    /// <summary>Each costs a hash, and all are shown on one page.</summary>
    public const int AtOnce = 50;

    private const int AskedAtOnce = 5_000;

    /// <summary>Elsewhere people come in by an invitation, a reset link or the telephone.</summary>
    public static bool AreIssued(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return FirstUsers.WayIn(tenant) == FirstPasswordWay.Issued && tenant.TemporaryPasswords.ByStaff;
    }

    /// <returns>Null where the file is not one of users that was taken over.</returns>
    public async Task<WithoutPassword?> FindAsync(ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job is not { Kind: ImportKind.Users, State: ImportState.Done }
            || await jobs.PartAsync(job.Id, ImportPartKind.Result) is not { } content)
        {
            return null;
        }

        var rows = JsonSerializer.Deserialize<IReadOnlyList<ImportedRow>>(content)!;
        var ids = rows.Where(row => !row.HasPassword && row.UserId is not null).Select(row => row.UserId!.Value).ToList();
        var (without, unused) = (new List<WaitingUser>(), new List<(WaitingUser User, DateTimeOffset IssuedAt)>());
        foreach (var some in ids.Chunk(AskedAtOnce))
        {
            var waiting = await Waiting(some).ToDictionaryAsync(each => each.UserId);
            foreach (var id in some.Where(waiting.ContainsKey))
            {
                if (waiting[id] is { IssuedAt: { } issuedAt } had)
                {
                    unused.Add((new WaitingUser(id, had.Latest), issuedAt));
                }
                else
                {
                    without.Add(new WaitingUser(id, null));
                }
            }
        }

        return new WithoutPassword(without, [.. unused.OrderBy(each => each.IssuedAt).Select(each => each.User)]);
    }

    /// <summary>Made before any transaction; each hash is a turn of its own.</summary>
    public async Task<IReadOnlyList<PreparedPassword>> PrepareAsync(PortalTenant tenant, int count)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var prepared = new List<PreparedPassword>(count);
        while (prepared.Count < count)
        {
            prepared.Add(await passwords.PrepareAsync(tenant.Passwords));
        }

        return prepared;
    }

    /// <summary>
    /// One for each who still waits as it was seen: whom a colleague has just given one keeps that (TR-18).
    /// </summary>
    public async Task<IReadOnlyList<FirstPasswordIssued>> IssueAsync(IReadOnlyList<WaitingUser> users,
        IReadOnlyList<PreparedPassword> prepared, string reason)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(prepared);

        // Always in one order, so that two at once never wait for each other.
        foreach (var id in users.Select(user => user.UserId).Order())
        {
            await locks.SignInAsync(id);
        }

        var now = await Waiting([.. users.Select(user => user.UserId)]).ToDictionaryAsync(each => each.UserId, each => each.Latest);
        var issued = new List<FirstPasswordIssued>(users.Count);
        foreach (var (user, password) in users.Zip(prepared).Where(each => now.TryGetValue(each.First.UserId, out var latest)
            && latest == each.First.Latest))
        {
            var done = await passwords.IssueAsync(user.UserId, password, TemporaryPasswordOrigin.Staff, reason);
            issued.Add(new FirstPasswordIssued(user.UserId, done.Password, done.ExpiresAt));
        }

        return issued;
    }

    private IQueryable<Found> Waiting(Guid[] ids) => db.Users
        .Where(user => ids.Contains(user.Id) && user.PasswordHash == null && user.PasswordChangedAt == null && user.DisabledAt == null)
        .Select(user => new
        {
            user.Id,
            Latest = db.TemporaryPasswords.Where(row => row.UserId == user.Id)
            .OrderByDescending(row => row.IssuedAt).ThenByDescending(row => row.Id).FirstOrDefault()
        })
        .Select(each => new Found(each.Id, each.Latest == null ? null : each.Latest.Id,
            each.Latest == null ? null : each.Latest.IssuedAt));

    private sealed record Found(Guid UserId, Guid? Latest, DateTimeOffset? IssuedAt);
}
