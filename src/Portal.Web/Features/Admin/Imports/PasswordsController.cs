using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Imports;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Imports;

public sealed class FirstPasswordsForm : ReasonForm
{
    /// <summary>Also for those who were issued one and have not used it.</summary>
    [InDraft]
    public bool AlsoUnused { get; set; }
}

/// <param name="Waiting">Who has none.</param>
public sealed record FirstPasswordsPage(ImportTarget Target, WithoutPassword Waiting, FirstPasswordsForm Form)
{
    public bool HasAnybody => Waiting.Without.Count + Waiting.Unused.Count > 0;
}

/// <param name="HandOver">Empty once it was shown.</param>
public sealed record FirstPasswordsIssued(ImportTarget Target, HandOver HandOver);

/// <summary>
/// First passwords for those who moved in without one, fifty at a time, each on a slip to hand over, shown once
/// (ADMIN-14).
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("imports/{site}/{id:guid}/" + ImportTarget.Passwords)]
[ImportGuard]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasswordsController(StaffReach reach, ImportJobs jobs, MovedInPasswords passwords, FirstPasswordSlips slips,
    UnitOfWork work, Preparation preparation, IStringLocalizer<ImportText> text) : Controller
{
    private const string ConfirmPage = "Passwords";

    private IReadOnlyList<PreparedPassword> prepared = [];

    /// <summary>
    /// The costly hashes are made before the action's transaction, as many as are needed now; who they are for, and
    /// whether one may still give them, is looked at again under the locks (SE-03).
    /// </summary>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (preparation.IsDue(context) && ModelState.IsValid && context.ActionArguments.Values.OfType<FirstPasswordsForm>().FirstOrDefault()
            is { } form && context.RouteData.Values is { } route && Guid.TryParse(route["id"] as string, out var id))
        {
            var (tenant, count) = await work.RunAsync(() => NeededAsync((string)route["site"]!, id, form.AlsoUnused));
            prepared = count > 0 ? await passwords.PrepareAsync(tenant!, count) : [];
        }

        await base.OnActionExecutionAsync(context, next);
    }

    [HttpGet("")]
    [FreshProof]
    public async Task<IActionResult> New([Guarded] ImportTarget target) =>
        await WaitingAsync(target) is { } waiting
            ? View(ConfirmPage, new FirstPasswordsPage(target, waiting, new FirstPasswordsForm { AlsoUnused = waiting.Without.Count == 0 }))
            : NotFound();

    [HttpPost("")]
    [FreshProof]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] ImportTarget target, [FromForm] FirstPasswordsForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (await WaitingAsync(target) is not { } waiting)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.FormAgain(ConfirmPage, new FirstPasswordsPage(target, waiting, form));
        }

        var next = waiting.Next(form.AlsoUnused);
        var issued = await reach.InsideAsync(target.Tenant, () => passwords.IssueAsync(next, prepared, form.StoredReason));
        if (issued.Count == 0)
        {
            TempData.Warning(text["Flash.Overtaken"]);
            return new SeeOtherResult(target.Act(ImportTarget.Passwords));
        }

        FirstPasswordSlips.Keep(TempData, target.Job.Id, issued);
        TempData.Success(text["Passwords.Issued", issued.Count]);
        return new SeeOtherResult(target.Act(ImportTarget.Passwords) + "/issued");
    }

    /// <summary>Neither "back" nor "reload" shows them again (TR-19).</summary>
    [HttpGet("issued")]
    public async Task<ViewResult> Show([Guarded] ImportTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return View("PasswordsIssued", new FirstPasswordsIssued(target, await slips.RedeemAsync(TempData, target)));
    }

    private async Task<(PortalTenant? Tenant, int Count)> NeededAsync(string site, Guid id, bool alsoUnused)
    {
        if (await reach.WithinAsync(site) is not { IsStaffRealm: false } tenant || !MovedInPasswords.AreIssued(tenant))
        {
            return (null, 0);
        }

        var waiting = await reach.InsideAsync(tenant,
            async () => await jobs.FindAsync(id) is { } job ? await passwords.FindAsync(job) : null);
        return (tenant, waiting?.Next(alsoUnused).Count ?? 0);
    }

    private async Task<WithoutPassword?> WaitingAsync(ImportTarget target) => MovedInPasswords.AreIssued(target.Tenant)
        ? await reach.InsideAsync(target.Tenant, () => passwords.FindAsync(target.Job))
        : null;
}
