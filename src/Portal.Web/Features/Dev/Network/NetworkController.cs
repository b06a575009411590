using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Dev.Network;

/// <summary>
/// A stand-in for the telephone network, for the demonstration (OPT-3): what it was told, number by number, and a
/// switch that makes it slow, failing or down.
/// </summary>
[AllowAnonymous]
[DemonstrationOnly]
[SentAgain]
[ServedIn(Site.Outside)]
[Route("dev/network")]
public sealed class NetworkController(NetworkStand stand, TenantCatalog tenants, TenantWork work, IStringLocalizer<NetworkText> text)
    : Controller
{
    private const int Shown = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View("Network", await PageAsync());

    [HttpPost("mode")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Switch(string? mode)
    {
        if (!Enum.TryParse<NetworkMode>(mode, out var chosen) || !Enum.IsDefined(chosen))
        {
            ModelState.AddModelError(nameof(NetworkPage.Mode), text["ChooseMode"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Network", await PageAsync());
        }

        stand.Mode = chosen;
        TempData.Success(text["Switched", text["Mode." + chosen]]);
        return new SeeOtherResult(DevPaths.Network);
    }

    private async Task<NetworkPage> PageAsync()
    {
        var all = await tenants.ListAsync();
        var (waiting, next) = await WaitingAsync([.. all.Select(tenant => tenant.Id)]);
        var names = all.ToDictionary(tenant => tenant.Slug, tenant => tenant.Profile.Name.ToString());
        Choice[] modes =
            [.. Enum.GetValues<NetworkMode>().Select(mode => new Choice(mode.ToString(), text["Mode." + mode], text["ModeHint." + mode]))];
        var numbers = stand.Messages.GroupBy(message => (message.Tenant, message.Number))
            .OrderByDescending(group => group.Max(each => each.At)).Take(Shown)
            .Select(group => new NetworkNumber(names.GetValueOrDefault(group.Key.Tenant, group.Key.Tenant), group.Key.Number, [.. group]));
        return new NetworkPage(stand.Mode, modes, [.. numbers], stand.Tries, waiting, next);
    }

    private Task<(int Waiting, DateTimeOffset? Next)> WaitingAsync(IReadOnlyList<Guid> ids) => work.LookAcrossAsync(ids, async db =>
    {
        var owed = db.Outbox.AcrossTenants(db.Scope)
            .Where(row => row.Channel == OutboxChannel.Webhook && row.Kind.StartsWith(DemonstrationNetwork.Area)
                && (row.State == OutboxState.Waiting || row.State == OutboxState.Sending));
        return (await owed.CountAsync(), await owed.MinAsync(row => (DateTimeOffset?)row.NextTryAt));
    });
}
