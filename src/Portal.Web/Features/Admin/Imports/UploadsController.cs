using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Imports;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Imports;
using Portal.Web.Export;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Imports;

/// <summary>Files that move customers in: all that one looks after, and a new one (ADMIN-12).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class UploadsController(StaffReach reach, ImportJobs jobs, ImportFaultWords words, CurrentSession session, PortalDbContext db,
    TimeProvider clock, IStringLocalizer<ImportText> text) : Controller
{
    private const int Most = 100;
    private const int LargestBody = ImportForm.LargestFile + (64 * 1024);
    private const int Megabyte = 1024 * 1024;
    private const int LongestName = 200;

    [HttpGet("imports")]
    public async Task<ViewResult> Index()
    {
        var tenants = (await reach.TenantsAsync()).Where(tenant => !tenant.IsStaffRealm).ToList();
        var now = clock.GetUtcNow();
        var rows = await reach.Within(db.ImportJobs, tenants).AsNoTracking()
            .Where(job => job.ExpiresAt > now && job.Kind != ImportKind.Cases)
            .OrderByDescending(job => job.RequestedAt).Take(Most).ToListAsync();
        return View("Imports", new ImportsPage(
            [.. rows.Select(job => new ImportTarget(tenants.Single(tenant => tenant.Id == job.TenantId), job))], tenants));
    }

    [HttpGet("imports/{site}/new")]
    [ImportGuard]
    public ViewResult New([Guarded] PortalTenant tenant) => View("New", new ImportForm { Tenant = tenant });

    [HttpGet("imports/{site}/template")]
    [ImportGuard]
    [Download]
    public async Task<IActionResult> Template([Guarded] PortalTenant tenant, ImportKind kind) =>
        ModelState.IsValid && new ImportForm { Tenant = tenant }.Kinds.Contains(kind)
            ? File(await CsvDocument.ToBytesAsync(ImportColumns.Of(kind).Select(words.Column), []), CsvDocument.ContentType,
                text["TemplateName", text["Kind." + kind].Value] + ".csv")
            : NotFound();

    [HttpPost("imports/{site}/new")]
    [ImportGuard]
    [RequestSizeLimit(LargestBody)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestBody)]
    public async Task<IActionResult> Create([Guarded] PortalTenant tenant, ImportForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Tenant = tenant;
        ModelState.Clear();
        if (form.Kind is not { } kind || !form.Kinds.Contains(kind))
        {
            ModelState.AddModelError(nameof(form.Kind), text["KindMissing"]);
        }

        var content = await ReadAsync(form);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("New", form);
        }

        var name = ForeignText.Of(Path.GetFileName(form.Upload!.FileName), LongestName);
        var job = await reach.InsideAsync(tenant, () => Task.FromResult(
            jobs.Request(new ImportUpload(form.Kind!.Value, name, content!, session.UserId, session.User.UserName!))));
        TempData.Success(text["Flash.Uploaded"]);
        return new SeeOtherResult(StaffPaths.Import(tenant.Slug, job.Id));
    }

    /// <returns>Null with the reason in the model state.</returns>
    private async Task<byte[]?> ReadAsync(ImportForm form)
    {
        if (form.Upload is not { Length: > 0 } upload)
        {
            ModelState.AddModelError(nameof(form.Upload), text[form.Upload is null ? "FileMissing" : "FileEmpty"]);
            return null;
        }

        using var memory = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(memory);
        var content = memory.ToArray();
        if (!ImportForm.IsTooLarge(content))
        {
            return content;
        }

        ModelState.AddModelError(nameof(form.Upload), text["FileTooLarge", ImportForm.LargestFile / Megabyte]);
        return null;
    }
}
