using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Recovery.ResetLinks;

/// <summary>
/// A reset link by mail: identify, verify, "look at your mail" (RESET-1). No step knows whether the ID exists; the
/// worker finds out after the answer (EN-03).
/// </summary>
[AllowAnonymous]
[RecoveryMethod(RecoveryProfile.ByLink)]
public sealed class ResetRequestController(CurrentTenant tenant, ResetSteps steps, RecoveryInbox inbox, RecoveryThrottle throttle,
    RecoverySignal signal, IStringLocalizer<RecoveryText> text) : Controller
{
    [HttpGet("unlock")]
    public IActionResult Identify([FromQuery] string? door) =>
        Find(door) is { } found ? View("Identify", Fill(new ResetRequestPage(), found)) : NotFound();

    [HttpPost("unlock")]
    [OwnTransaction]
    public async Task<IActionResult> Identified(ResetRequestPage form, [FromQuery] string? door)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Find(door) is not { } found)
        {
            return NotFound();
        }

        ModelState.Require(nameof(form.Identifier), form.Identifier, Entered(found.Identifier.Label.ToString()));
        if (found.Second is { } second)
        {
            RequireAddress(form, second.Label.ToString());
        }

        if (!ModelState.IsValid)
        {
            return Again("Identify", Fill(form, found));
        }

        if (ResetService.AsksAddressApart(found))
        {
            steps.Begin(HttpContext, found.Key, form.Identifier!);
            return new SeeOtherResult(RecoveryPaths.Verify);
        }

        return await SubmitAsync(new RecoveryForm(form.Identifier!, "", form.Email ?? "", found.Key));
    }

    [HttpGet("unlock/verify")]
    public IActionResult Verify() => steps.Find(HttpContext) is { } step ? View("Verify", Second(new ResetRequestPage(), step)) : Start();

    [HttpPost("unlock/verify")]
    [OwnTransaction]
    public async Task<IActionResult> Verified(ResetRequestPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (steps.Find(HttpContext) is not { } step || form.Step != step.Step)
        {
            // Out of order, too late, or of a tab in which somebody
            // else was identified: nothing is carried over (TR-07).
            steps.End(HttpContext);
            TempData.Warning(text["StepOver"]);
            return Start();
        }

        RequireAddress(form, text["Email"]);
        if (!ModelState.IsValid)
        {
            return Again("Verify", Second(form, step));
        }

        steps.End(HttpContext);
        return await SubmitAsync(new RecoveryForm(step.Identifier, "", form.Email!, step.Door));
    }

    [HttpGet("unlock/sent")]
    public IActionResult Sent() =>
        View("ResetSent", new ResetSentPage(tenant.Value.Profile, Find(null), tenant.Value.ResetDoors.All(ResetService.AsksAddressApart)));

    private static SeeOtherResult Start() => new(RecoveryPaths.Unlock);

    /// <param name="path">As in the address of the sign-in page;
    /// null takes the first door that has this way back.</param>
    private DoorProfile? Find(string? path) => tenant.Value.ResetDoors.FirstOrDefault(door => path is null || door.Path == path);

    private async Task<IActionResult> SubmitAsync(RecoveryForm form)
    {
        if (await throttle.AllowsAsync(HttpContext, form))
        {
            await inbox.SubmitAsync(form);
            await signal.RaiseAsync();
        }

        return new SeeOtherResult(RecoveryPaths.Sent);
    }

    private ResetRequestPage Fill(ResetRequestPage page, DoorProfile door)
    {
        (page.Door, page.AsksAddressApart) = (door, ResetService.AsksAddressApart(door));
        page.HasOtherDoors = tenant.Value.Profile.Doors.Any(other => !tenant.Value.HasReset(other.Key));
        return page;
    }

    private ResetRequestPage Second(ResetRequestPage page, ResetStep step)
    {
        Fill(page, tenant.Value.Door(step.Door));
        ModelState.Remove(nameof(page.Step));
        (page.Identifier, page.Step) = (step.Identifier, step.Step);
        return page;
    }

    private ViewResult Again(string view, ResetRequestPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, page);
    }

    private void RequireAddress(ResetRequestPage form, string label) =>
        ModelState.RequireAddress(nameof(form.Email), form.Email, Entered(label), text["EmailUnfit"]);

    private string Entered(string label) => text["Enter", FormWords.InSentence(label)];
}
