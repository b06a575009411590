using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Tenants;

/// <summary>
/// The one way in which a profile is changed once the product runs (ADMIN-3): checked as a whole, a version for each
/// change, one event, and in force on every node within a second.
/// </summary>
public sealed class ProfileChanges(PortalDbContext db, UnitOfWork work, KeyLock turns, AuditLog audit, AuditActor actor, ProfileNews news,
    TimeProvider clock)
{
    // What is longer, such as a sentence of a notice, stands in the version.
    private const int LongestFact = 120;

    /// <summary>Of whoever changes rows of tenants.</summary>
    internal const string Turn = "tenants/profiles";

    /// <param name="seenVersion">Of the tenant's row, as the page showed it.</param>
    /// <param name="reason">Null where a command gave none.</param>
    /// <param name="revertOf">The version whose profile comes back.</param>
    public Task<ProfileOutcome> ApplyAsync(Guid tenantId, int seenVersion, TenantProfile profile, string? reason, int? revertOf = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return work.RunAsync(async () =>
        {
            using var inside = db.Scope.Enter(tenantId);
            await TakeTurnAsync();
            var row = await db.Tenants.SingleAsync(tenant => tenant.Id == tenantId);

            // It may have been read before the turn was ours.
            await db.Entry(row).ReloadAsync();
            var former = ProfileJson.Read(row.Profile, $"tenant {row.Slug}");
            if (row.Version != seenVersion)
            {
                return new ProfileOutcome.Conflict(row);
            }

            if (await ProblemsAsync(profile, row) is { Count: > 0 } problems)
            {
                return new ProfileOutcome.Refused(problems);
            }

            var changes = ProfileComparison.Between(former, profile);
            if (changes.Count == 0)
            {
                return new ProfileOutcome.Unchanged(row);
            }

            return await WriteAsync(row, profile, changes, reason, revertOf);
        });
    }

    public Task<ProfileOutcome> CreateAsync(TenantProfile profile, string? reason)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return work.RunAsync<ProfileOutcome>(async () =>
        {
            await TakeTurnAsync();
            if (await db.Tenants.AnyAsync(tenant => tenant.Slug == profile.Slug))
            {
                return new ProfileOutcome.SlugTaken();
            }

            if (await ProblemsAsync(profile, null) is { Count: > 0 } problems)
            {
                return new ProfileOutcome.Refused(problems);
            }

            var row = new Tenant
            {
                Id = Guid.CreateVersion7(),
                Slug = profile.Slug,
                Host = profile.Host,
                Profile = ProfileJson.Write(profile),
                ProfileEdited = true,
                CreatedAt = clock.GetUtcNow(),
                ChangedBy = actor.Name,
            };
            using var inside = db.Scope.EnterCreated(row.Id);
            db.Tenants.Add(row);
            var version = Add(row, 1, reason);
            audit.Record(ProfileEvents.Created, reason: reason, details: new { tenant = row.Slug });
            await db.SaveChangesAsync();
            news.Tell();
            return new ProfileOutcome.Done(row, version);
        });
    }

    // Two tenants with one host name, or two versions of one number, would come of two at once; changes are rare.
    private Task TakeTurnAsync() => turns.EnterAsync(Turn);

    private async Task<List<ProfileProblem>> ProblemsAsync(TenantProfile profile, Tenant? row)
    {
        List<ProfileProblem> problems = [.. ProfileCheck.Problems(profile)];
        if (row is not null && profile.Slug != row.Slug)
        {
            problems.Add(new ProfileProblem("slug", $"this is the tenant \"{row.Slug}\"; a slug never changes."));
        }

        var id = row?.Id;
        if (profile.Host is { } host && await db.Tenants.AnyAsync(tenant => tenant.Host == host && tenant.Id != id))
        {
            problems.Add(new ProfileProblem("host", "another tenant is served there."));
        }

        return problems;
    }

    private async Task<ProfileOutcome> WriteAsync(Tenant row, TenantProfile profile, IReadOnlyList<ProfileChange> changes, string? reason,
        int? revertOf)
    {
        var newest = await db.ProfileVersions.MaxAsync(version => (int?)version.Number) ?? 0;
        if (newest == 0)
        {
            newest = 1;
            db.ProfileVersions.Add(new ProfileVersion
            {
                Number = newest,
                Profile = row.Profile,
                At = row.ChangedAt,
                ActorKind = ActorKind.System,
            });
        }

        row.Profile = ProfileJson.Write(profile);
        (row.Host, row.ProfileEdited, row.ChangedBy) = (profile.Host, true, actor.Name);
        var added = Add(row, newest + 1, reason, revertOf);
        audit.Record(revertOf is null ? ProfileEvents.Changed : ProfileEvents.Reverted, reason: reason, details: new
        {
            version = added.Number,
            revertOf,
            groups = changes.Select(change => change.Group).Distinct(),
            changes = changes.Where(change => IsShort(change.Before) && IsShort(change.After))
                .ToDictionary(change => change.Path, change => new[] { change.Before, change.After }),
        });
        await db.SaveChangesAsync();
        news.Tell();
        return new ProfileOutcome.Done(row, added);
    }

    private static bool IsShort(JsonNode? value) => value is null || value.ToJsonString().Length <= LongestFact;

    private ProfileVersion Add(Tenant row, int number, string? reason, int? revertOf = null)
    {
        var version = new ProfileVersion
        {
            Number = number,
            Profile = row.Profile,
            At = clock.GetUtcNow(),
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            ActorName = actor.Name ?? "",
            Reason = reason,
            RevertOf = revertOf,
        };
        db.ProfileVersions.Add(version);
        return version;
    }
}
