using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>Work that was set aside, as a file (FILE-2).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class SetAsideExportsController(StaffReach reach, SetAsideList list, SetAsideColumns columns, ListFiles files,
    Audit.AuditLog audit, IStringLocalizer<AdminText> text) : Controller
{
    [HttpPost("outbox/set-aside/export")]
    [Download]
    public async Task<IActionResult> Create([FromForm] string? tenant, [FromForm] string? format)
    {
        if (await reach.ChooseAsync(tenant) is not { } chosen)
        {
            return NotFound();
        }

        var file = await files.SpoolAsync(HttpContext, format, text["SetAsideRows"], columns.All, list.ReadAllAsync(chosen));
        var facts = new { list = "set-aside", filter = new { tenant }, rows = file.Rows, format = ListFiles.Format(format) };
        audit.Record(ExportEvents.Exported, details: facts).In(chosen);
        return file;
    }
}
