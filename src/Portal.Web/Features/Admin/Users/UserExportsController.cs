using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users;

/// <summary>The people that were found as a file (FILE-2), for those who may search them.</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class UserExportsController(StaffReach reach, UserDirectory directory, UserColumns columns, ListFiles files,
    Audit.AuditLog audit, IStringLocalizer<AdminText> text) : Controller
{
    [HttpPost("users/export")]
    [Download]
    public async Task<IActionResult> Create([FromForm] UserQuery query, [FromForm] string? format)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!query.IsEnough)
        {
            return BadRequest();
        }

        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var file = await files.SpoolAsync(HttpContext, format, text["Users"], columns.All, directory.ReadAllAsync(chosen, query));
        var facts = new
        {
            list = "users",
            filter = new { tenant = query.Tenant, q = query.Text },
            rows = file.Rows,
            format = ListFiles.Format(format)
        };
        audit.Record(ExportEvents.Exported, details: facts).In(chosen);
        return file;
    }
}
