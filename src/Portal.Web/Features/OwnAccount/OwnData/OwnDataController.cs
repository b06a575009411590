using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Export;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.OwnData;

/// <summary>All that is stored about the user, for the user alone, after a fresh proof (PROF-3).</summary>
[Route("account/data")]
public sealed class OwnDataController(OwnDataFile file, AuditLog audit, CurrentSession session, CurrentTenant tenant, IDisplayTime time,
    TimeProvider clock) : Controller
{
    [HttpGet("")]
    public IActionResult Show() => View("OwnData");

    [HttpPost("")]
    [FreshProof]
    [Download]
    public IActionResult Create()
    {
        audit.Record(OwnDataEvents.OwnDataDownloaded, session.Account);
        var name = string.Create(CultureInfo.InvariantCulture, $"{tenant.Value.Slug}_{time.ToZone(clock.GetUtcNow()):yyyyMMddHHmm}.json");
        return new StreamedDownload(name, "application/json",
            (target, cancelled) => file.WriteAsync(target, tenant.Value, session.UserId, cancelled));
    }
}
