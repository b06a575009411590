using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Audit.Heads;
using Portal.Web.Audit.Verification;
using Portal.Web.Data;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail.Verification;

/// <summary>
/// Holds the log of a site to its seals (ADMIN-7, AU-03): a bounded step with each request, and a link to the next.
/// Each is recorded, as every look at the log is.
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class VerificationController(StaffReach reach, ChainVerification verification, ChainStates states, AuditHeads heads,
    UnitOfWork work, Audit.AuditLog audit) : Controller
{
    /// <summary>About a second's work.</summary>
    private const int EventsOfAStep = 50_000;

    [HttpGet("audit/verification")]
    [OwnTransaction]
    public async Task<IActionResult> Index([FromQuery] string? tenant, [FromQuery] string? from, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await work.RunAsync(() => reach.ChooseAsync(tenant), cancellationToken) is not { } chosen)
        {
            return NotFound();
        }

        return View("Verification", string.IsNullOrEmpty(tenant)
            ? await ListAsync(chosen, cancellationToken)
            : await VerifyAsync(chosen[0], ChainCursor.Parse(from), cancellationToken));
    }

    private Task<VerificationPage> ListAsync(IReadOnlyList<PortalTenant> tenants, CancellationToken cancellationToken) => work.RunAsync(
        async () =>
        {
            audit.Record(AuditLookEvents.AuditViewed, details: new { seals = true }).In(tenants);
            return new VerificationPage(await states.ReadAsync(tenants), heads.AreKept);
        },
        cancellationToken);

    private async Task<VerificationPage> VerifyAsync(PortalTenant tenant, ChainCursor from, CancellationToken cancellationToken)
    {
        // Between the transactions, because it may take a second, and reads in transactions of its own.
        var step = await verification.StepAsync(tenant, from, EventsOfAStep, null, cancellationToken);
        return await work.RunAsync(
            async () =>
            {
                audit.Record(VerificationEvents.AuditVerified, details: VerificationFacts.Of(from, step)).In([tenant]);
                var found = await states.ReadAsync([tenant]);
                return new VerificationPage(found, heads.AreKept, new VerifiedSite(found[0], step));
            },
            cancellationToken);
    }
}
