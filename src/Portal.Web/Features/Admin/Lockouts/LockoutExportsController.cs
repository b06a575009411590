using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Export;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Lockouts;

/// <summary>Everyone locked now, as a file (FILE-2).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class LockoutExportsController(StaffReach reach, LockoutList list, LockoutColumns columns, ListFiles files,
    Audit.AuditLog audit, IStringLocalizer<AdminText> text) : Controller
{
    [HttpPost("lockouts/export")]
    [Download]
    public async Task<IActionResult> Create([FromForm] LockoutQuery query, [FromForm] string? format)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var file = await files.SpoolAsync(HttpContext, format, text["LockedUsers"], columns.All, list.ReadAllAsync(chosen, query));
        var facts = new { list = "lockouts", filter = query.Facts, rows = file.Rows, format = ListFiles.Format(format) };
        audit.Record(ExportEvents.Exported, details: facts).In(chosen);
        return file;
    }
}
