using Portal.Rules.Audit;
using Portal.Web.Audit.Heads;
using Portal.Web.Audit.Sealing;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Audit.Verification;

/// <summary>What one step found.</summary>
/// <param name="Checked">How many events it looked at.</param>
/// <param name="Next">Where to go on; null where it is through, or found something.</param>
/// <param name="Break">The first row that is not as it was; null where all are.</param>
public sealed record ChainStep(long Checked, ChainCursor? Next, ChainBreak? Break);

/// <summary>
/// Holds a tenant's log to its seals, and the seals to what stands outside (ADMIN-7, AU-03), in steps of bounded work:
/// a page makes one at a time, the command line all of them. What the portal itself changes meanwhile does not
/// mislead it, because each part is read from one snapshot.
/// </summary>
public sealed class ChainVerification(TenantWork work, AuditHeads heads)
{
    /// <param name="most">After so many events the step ends.</param>
    /// <param name="headFile">Another file of heads than that of the settings.</param>
    public async Task<ChainStep> StepAsync(PortalTenant tenant, ChainCursor from, long most, string? headFile = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(from);
        var outside = await heads.ReadAsync(tenant.Id, headFile, cancellationToken);
        await using var scope = work.Enter(tenant, WorkActor.System("audit-verification"));
        var walk = new ChainWalk(scope.ServiceProvider.GetRequiredService<ChainReader>(), outside, from);
        while (walk.Checked < most && !walk.IsOver)
        {
            await walk.GoOnAsync(cancellationToken);
        }

        return new ChainStep(walk.Checked, walk.IsOver ? null : walk.Cursor, walk.Break);
    }

    /// <summary>How far the tenant's log is sealed; null where nothing is yet.</summary>
    public async Task<ChainSeal?> LastAsync(PortalTenant tenant, CancellationToken cancellationToken = default)
    {
        await using var scope = work.Enter(tenant, WorkActor.System("audit-verification"));
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(
            () => scope.ServiceProvider.GetRequiredService<LastSeals>().ReadAsync(cancellationToken), cancellationToken);
    }
}
