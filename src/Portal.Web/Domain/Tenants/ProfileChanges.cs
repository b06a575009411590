using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Rules.Approvals;
using Portal.Rules.Tenants;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Approvals;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Domain.Tenants;

/// <summary>
/// The one way in which a profile is changed once the product runs (ADMIN-3): checked as a whole, a version for each
/// change, one event, and in force on every node within a second. What weakens policies waits for a second person where
/// the profile in force says so (ADMIN-11).
/// </summary>
public sealed class ProfileChanges(PortalDbContext db, UnitOfWork work, KeyLock turns, AuditLog audit, AuditActor actor, ProfileNews news,
    ApprovalAsking approvals, IOptions<SiteOptions> site, TimeProvider clock)
{
    // What is longer, such as a sentence of a notice, stands in the version.
    private const int LongestFact = 120;

    // A page takes less; a command takes what somebody types.
    private const int LongestReason = 1000;

    /// <summary>Of whoever changes rows of tenants.</summary>
    internal const string Turn = "tenants/profiles";

    /// <param name="reason">Null where a command gave none.</param>
    public Task<ProfileOutcome> ApplyAsync(ProfileDraft draft, string? reason) => ApplyAsync(draft, reason, isApproved: false);

    /// <summary>What a second person approved, on the state it was asked for alone.</summary>
    public Task<ProfileOutcome> ApplyApprovedAsync(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ApplyAsync(ProfileRequest.Of(request).Draft(request.TenantId), request.Reason, isApproved: true);
    }

    public Task<ProfileOutcome> CreateAsync(TenantProfile profile, string? reason)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return work.RunAsync<ProfileOutcome>(async () =>
        {
            await TakeTurnAsync();
            var fault = TenantSlug.Fault(profile.Slug, await db.Tenants.Select(tenant => tenant.Slug).ToListAsync());
            if (fault == SlugFault.Taken)
            {
                return new ProfileOutcome.SlugTaken();
            }

            var problems = await ProblemsAsync(profile, null);
            if (fault == SlugFault.Confusable)
            {
                problems.Add(new ProfileProblem("slug", "SlugConfusable"));
            }

            if (problems.Count > 0)
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

    private Task<ProfileOutcome> ApplyAsync(ProfileDraft draft, string? reason, bool isApproved)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return work.RunAsync(async () =>
        {
            using var inside = db.Scope.Enter(draft.TenantId);
            await TakeTurnAsync();
            var row = await db.Tenants.SingleAsync(tenant => tenant.Id == draft.TenantId);

            // It may have been read before the turn was ours.
            await db.Entry(row).ReloadAsync();
            if (row.Version != draft.SeenVersion || row.Version != draft.BaseVersion)
            {
                return new ProfileOutcome.Conflict(row);
            }

            if (!ProfileJson.IsWhole(row.Profile, out var former))
            {
                return new ProfileOutcome.Refused([new("", "OfNewerRelease")]);
            }

            if (await ProblemsAsync(draft.Profile, row) is { Count: > 0 } problems)
            {
                return new ProfileOutcome.Refused(problems);
            }

            var changes = ProfileComparison.Between(former, draft.Profile);
            if (changes.Count == 0)
            {
                return new ProfileOutcome.Unchanged(row);
            }

            // Who has the machine can write the row itself: a command asks nobody.
            return !isApproved && actor.Kind == ActorKind.Staff && ProfileWeakening.NeedsApproval(former, draft.Profile)
                ? await AskAsync(draft, former, changes, reason)
                : await WriteAsync(row, draft, changes, reason);
        });
    }

    private async Task<ProfileOutcome> AskAsync(ProfileDraft draft, TenantProfile former, IReadOnlyList<ProfileChange> changes,
        string? reason)
    {
        var weaker = ProfileWeakening.Between(former, draft.Profile);
        var request = new ProfileRequest(draft.SeenVersion, ProfileJson.Write(draft.Profile), draft.RevertOf, draft.IsOfSystem,
            [.. changes.Select(change => new RequestedValue(change.Path, ProfileValues.Text(change.Before),
                ProfileValues.Text(change.After), weaker.Contains(change.Path)))]);
        return await approvals.AskAsync(new ApprovalAsk(ApprovableActs.WeakerPolicy, "profile", null, former.Name.ToString(), request,
            reason ?? "")) == AskOutcome.Asked ? new ProfileOutcome.Asked() : new ProfileOutcome.Waits();
    }

    // Two tenants with one host name, or two versions of one number, would come of two at once; changes are rare.
    private Task TakeTurnAsync() => turns.EnterAsync(Turn);

    private async Task<List<ProfileProblem>> ProblemsAsync(TenantProfile profile, Tenant? row)
    {
        List<ProfileProblem> problems = [.. ProfileCheck.Problems(profile)];
        if (row is not null && profile.Slug != row.Slug)
        {
            problems.Add(new ProfileProblem("slug", "SlugFixed", row.Slug));
        }

        var id = row?.Id;
        var others = await db.Tenants.Where(tenant => tenant.Host != null && tenant.Id != id).Select(tenant => tenant.Host!).ToListAsync();
        if (profile.Host is { } host && others.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(new ProfileProblem("host", "HostTaken"));
        }

        if (profile.Host is { } own && site.Value.IsOwn(own) && problems.TrueForAll(problem => problem.Path != "host"))
        {
            problems.Add(new ProfileProblem("host", "HostOwn"));
        }

        return problems;
    }

    private async Task<ProfileOutcome> WriteAsync(Tenant row, ProfileDraft draft, IReadOnlyList<ProfileChange> changes, string? reason)
    {
        var (profile, revertOf) = (draft.Profile, draft.RevertOf);
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
            Reason = reason is null ? null : Shortened.To(reason, LongestReason),
            RevertOf = revertOf,
        };
        db.ProfileVersions.Add(version);
        return version;
    }
}
