using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Lockouts;

public sealed class ReleaseForm : ReasonForm
{
    // An array: the binder cannot fill an empty list that is there already.
#pragma warning disable CA1819
    public string[] Ids { get; set; } = [];
#pragma warning restore CA1819
}

/// <param name="Releasable">Those whom the act will release; the others are shown with why not.</param>
public sealed record ReleasePage(IReadOnlyList<ReleaseTarget> Releasable, IReadOnlyList<ReleaseTarget> Others, ReleaseForm Form);

/// <summary>Select, confirm with a reason, done (LOCK-4, LOCK-5).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class StaffReleasesController(LockoutReleases releases, AuditActor actor, IStringLocalizer<AdminText> text) : Controller
{
    [HttpGet("lockouts/release")]
    public async Task<IActionResult> New([FromQuery] string[] ids)
    {
        if (ids.Length == 0)
        {
            TempData.Warning(text["NobodyChosen"]);
            return new SeeOtherResult(StaffPaths.Lockouts);
        }

        return await releases.FindAsync(ids) is { } targets ? Confirm(targets, new ReleaseForm { Ids = ids }) : NotFound();
    }

    [HttpPost("lockouts/release")]
    [KeepsDraft]
    public async Task<IActionResult> Create([FromForm] ReleaseForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Ids.Length == 0 || await releases.FindAsync(form.Ids) is not { } targets)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Confirm(targets, form);
        }

        await releases.ReleaseAsync(targets, form.StoredReason);
        var query = new QueryBuilder { { "act", actor.CorrelationId }, { "ids", targets.Select(target => target.Key.ToString()) } };
        return new SeeOtherResult(StaffPaths.LockoutsReleased + query);
    }

    [HttpGet("lockouts/released")]
    public async Task<IActionResult> Show([FromQuery] string[] ids, [FromQuery] string? act) =>
        ids.Length > 0 && await releases.FindAsync(ids) is { } targets
            ? View("Released", await releases.ReportAsync(targets, act ?? ""))
            : NotFound();

    private ViewResult Confirm(IReadOnlyList<ReleaseTarget> targets, ReleaseForm form)
    {
        var groups = targets.ToLookup(target => target.State is { IsVoid: false } && releases.MayRelease(target));
        return View("Release", new ReleasePage([.. groups[true]], [.. groups[false]], form));
    }
}
