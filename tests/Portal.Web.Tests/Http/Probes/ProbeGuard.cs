using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Audit;
using Portal.Web.Http.Guards;

namespace Portal.Web.Tests.Http.Probes;

/// <summary>Lets nobody in, and records who asked.</summary>
public sealed class ProbeGuardAttribute : GuardAttribute
{
    public override IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        Make<ProbeGuard, ProbeGuardAttribute>(serviceProvider, this);
}

internal sealed class ProbeGuard(ProbeGuardAttribute asked, AuditLog audit) : Guard
{
    protected override Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        audit.Record(AuditKinds.AccessDenied, reason: asked.GetType().Name);
        return Task.FromResult<IActionResult?>(new StatusCodeResult(StatusCodes.Status403Forbidden));
    }
}
