using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail;

public sealed record AuditEventPage(PortalTenant Tenant, AuditEvent Event)
{
    /// <summary>Whom of those that it names there still is, and what they sign in with.</summary>
    public IReadOnlyDictionary<Guid, string> People { get; init; } = new Dictionary<Guid, string>();

    /// <summary>The page of an account; null where there is none any more.</summary>
    public string? PathOf(Guid? id) => id is { } one && People.ContainsKey(one) ? StaffPaths.User(Tenant.Slug, one) : null;
}

/// <summary>The audit log of the tenants one administers (ADMIN-7, AU-09). Looking at it is an event, too.</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class AuditController(StaffReach reach, AuditSearch search, AuditColumns columns, AuditExport export, UnitOfWork work,
    Audit.AuditLog audit, IDisplayTime time, IStringLocalizer<AdminText> text) : Controller
{
    [HttpGet("audit")]
    public async Task<IActionResult> Index([FromQuery] AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        if (Understand(query) is not { } filter)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Audit", columns.Frame(query, await reach.TenantsAsync(), null));
        }

        var part = await search.ReadAsync(chosen, filter, KeysetStart.Of(query.After, query.Before));
        audit.Record(AuditLookEvents.AuditViewed, details: new { filter = query.Facts }).In(chosen);
        return View("Audit", columns.Frame(query, await reach.TenantsAsync(), part));
    }

    [HttpGet("audit/{site}/{id:guid}")]
    [AuditEventGuard]
    public async Task<ViewResult> Show([Guarded] AuditEventPage page)
    {
        audit.Record(AuditLookEvents.AuditViewed, details: new { @event = page.Event.Id, kind = page.Event.Kind }).In([page.Tenant]);
        return View("Event", page with { People = await search.PeopleOfAsync(page.Tenant, page.Event) });
    }

    [HttpPost("audit/export")]
    [Download]
    [OwnTransaction]
    public async Task<IActionResult> Export([FromForm] AuditQuery query, [FromForm] string? format)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await work.RunAsync(() => reach.ChooseAsync(query.Tenant)) is not { } chosen)
        {
            return NotFound();
        }

        if (Understand(query) is not { } filter)
        {
            return BadRequest();
        }

        return await export.CreateAsync(chosen, query, filter, format);
    }

    /// <summary>The conditions, or null with what is wrong in the model state.</summary>
    private AuditFilter? Understand(AuditQuery query)
    {
        var (filter, days) = AuditFilter.Of(query, time.StartOfDay);
        if (AuditFilter.HasHourWithoutDay(query))
        {
            ModelState.AddModelError(nameof(AuditQuery.Hour), text["HourNeedsDay"]);
            return null;
        }

        return days.Check(ModelState, field => text["DateUnreal", text[field]], text["PeriodReversed"]) ? filter : null;
    }
}
