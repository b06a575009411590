using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Tests.Http.Probes;

/// <summary>Pages without a feature: what they show and do is only what the pipeline makes of a request.</summary>
[Route("probe")]
public sealed class ProbeController(PortalDbContext db, IAntiforgery antiforgery) : Controller
{
    [HttpGet("")]
    public IActionResult Page() => Form();

    [HttpGet("{name}")]
    public IActionResult Named(string name) => Content(name);

    [HttpGet("open")]
    [AllowAnonymous]
    public IActionResult Open() => Form();

    [HttpGet("file")]
    [Download]
    public IActionResult Download() => File("1,2"u8.ToArray(), "text/csv", "numbers.csv");

    [HttpGet("background")]
    [BackgroundRequest]
    public IActionResult Background() => Content("still here");

    [HttpGet("script")]
    [AskedByScript]
    public IActionResult Script() => Content("a part of a page");

    [HttpPost("kept-out")]
    [AskedByScript]
    [OwnTransaction]
    [ProbeGuard]
    public IActionResult KeptOut() => Content("let in");

    [HttpGet("manager")]
    [Authorize(Policy = Policies.Manager)]
    public IActionResult ForManagers() => Content("manager");

    [HttpGet("staff")]
    [Authorize(Policy = Policies.Agent)]
    public IActionResult ForStaff() => Content("staff");

    /// <summary>The tenants whose rows this session can see.</summary>
    [HttpGet("visible")]
    public async Task<IActionResult> Visible()
    {
        var seen = db.Scope.Visible.ToList();
        return Content(string.Join(',',
            await db.Tenants.Where(tenant => seen.Contains(tenant.Id)).Select(tenant => tenant.Slug).OrderBy(slug => slug).ToListAsync()));
    }

    [HttpGet("fresh")]
    [FreshProof]
    public IActionResult Sensitive() => Form();

    [HttpPost("fresh")]
    [FreshProof]
    [KeepsDraft]
    public IActionResult CreateSensitive(ProbeForm form) => Create(form);

    [HttpGet("gated/feature")]
    [TenantFeature("no-such-feature")]
    public IActionResult Feature() => Content("feature");

    [HttpGet("outside")]
    [ServedIn(Site.Outside)]
    [AllowAnonymous]
    public IActionResult Outside() => Content("outside");

    [HttpGet("number")]
    public IActionResult Number(int number, decimal amount, DateOnly day) =>
        ModelState.IsValid ? Content(FormattableString.Invariant($"{number} {amount} {day:O}")) : UnprocessableEntity(Errors());

    [HttpGet("broken")]
    [AllowAnonymous]
    public IActionResult Broken() => throw new InvalidOperationException("secret-of-the-exception");

    [HttpPost("")]
    [KeepsDraft]
    public IActionResult Create(ProbeForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid)
        {
            return UnprocessableEntity(Errors());
        }

        var holder = Add(form.Name ?? "");
        return new SeeOtherResult("~/probe/" + holder.Id);
    }

    /// <summary>Adds a row and then answers so.</summary>
    [HttpPost("answer/{status:int}")]
    public IActionResult Answer(int status)
    {
        Add("answer");
        return StatusCode(status);
    }

    [HttpPost("fail")]
    public IActionResult Fail()
    {
        Add("fail");
        throw new InvalidOperationException("secret-of-the-exception");
    }

    /// <summary>Stores what was typed, whatever the model state says.</summary>
    [HttpPost("careless")]
    public async Task<IActionResult> Careless(string name)
    {
        var holder = Add(name);
        await db.SaveChangesAsync();
        return Content(holder.Name);
    }

    [HttpPost("twice")]
    public async Task<IActionResult> Duplicate()
    {
        var first = Add("first");
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.Add(new Holder { Id = first.Id, Name = "second" });
        return Content("");
    }

    private Holder Add(string name)
    {
        var holder = new Holder { Id = Guid.CreateVersion7(), Name = name };
        db.Add(holder);
        return holder;
    }

    private string Errors() =>
        string.Join('|',
            ModelState.Where(entry => entry.Value!.Errors.Count > 0)
            .Select(entry => $"{entry.Key}: {entry.Value!.Errors[0].ErrorMessage}"));

    /// <summary>A form as the tag helpers write one.</summary>
    private ContentResult Form()
    {
        var token = antiforgery.GetAndStoreTokens(HttpContext);
        var name = ModelState.TryGetValue("Name", out var sent) ? sent.AttemptedValue : "";
        var html = $"""
            <main><form method="post" action="{Request.PathBase}/probe">
            <input type="hidden" name="{token.FormFieldName}" value="{token.RequestToken}">
            <input type="hidden" name="__form" value="{Guid.NewGuid():N}">
            <input name="Name" value="{name}"><input name="Password" type="password"></form><p>{TempData["flash"]}</p></main>
            """;
        return Content(html, "text/html; charset=utf-8");
    }
}

public sealed class ProbeForm
{
    [InDraft]
    public string? Name { get; set; }

    public string? Password { get; set; }

    public int? Number { get; set; }

    public string[]? Several { get; set; }
}
