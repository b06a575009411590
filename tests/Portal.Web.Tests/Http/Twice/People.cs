using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;
using Portal.Web.Features.Recovery;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Http.Twice;

/// <summary>A form that is about to be sent, in this browser and with this button.</summary>
internal sealed record Press(PortalBrowser Browser, PortalForm Form, string? Button = null);

/// <summary>Some people of each kind, and what they do before they press a button.</summary>
internal sealed class People(PortalApp app)
{
    public const string Fresh = "Violet8642-tram!Q";
    public const string ParentId = "N0009001";
    public const string ChildId = "N0009002";
    public const string RentalId = "R900001";
    public const string RentalAddress = "taro@rental.example.jp";
    public const string SecurityId = "taro.test.cs";
    public const string SecurityAddress = "taro@example.jp";
    public const string Operators = "/t/control/operators";

    public PortalApp App => app;

    /// <summary>A parent and a child of `control`; the parent is signed in.</summary>
    public async Task<(PortalBrowser Parent, Guid Child)> ControlAsync(Action<PortalUser>? with = null)
    {
        await new Account("control", ParentId) { IsManager = true, Email = "parent@control.example.jp" }.AddToAsync(app);
        var child = await new Account("control", ChildId)
        {
            Email = "child@control.example.jp",
            Keyword = "Keyword1357",
            With = with
        }.AddToAsync(app);
        return (await SignedInAsync("control", ParentId), child);
    }

    public async Task<PortalBrowser> SignedInAsync(string tenant, string id, string? email = null)
    {
        var browser = app.CreateBrowser();
        (await browser.SignInAsync(tenant, id, email: email)).ShouldBeOk();
        return browser;
    }

    public async Task<(PortalBrowser Browser, Guid Id)> RentalAsync(bool hasApp = false)
    {
        var id = await new Account("rental", RentalId) { Email = RentalAddress, HasApp = hasApp }.AddToAsync(app);
        var browser = app.CreateBrowser();
        await browser.SignInAsync("rental", RentalId, email: RentalAddress);
        return (browser, id);
    }

    /// <summary>Past the password, in `security`.</summary>
    public async Task<(PortalBrowser Browser, Guid Id)> AtSecondStepAsync(bool hasApp = true, Func<Guid, Task>? before = null)
    {
        var id = await new Account("security", SecurityId) { Email = SecurityAddress, HasApp = hasApp }.AddToAsync(app);
        await (before?.Invoke(id) ?? Task.CompletedTask);
        var browser = app.CreateBrowser();
        await (await browser.TrySignInAsync("security", SecurityId)).FollowAsync();
        return (browser, id);
    }

    public async Task<PortalBrowser> StaffAsync(AccountRole role = AccountRole.SystemAdministrator)
    {
        await app.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        await new Account("admin", "staff@portal.test") { Role = role, Contract = null, Email = "staff@portal.test" }.AddToAsync(app);
        return await SignedInAsync("admin", "staff@portal.test");
    }

    public static async Task<Press> OpenAsync(PortalBrowser browser, string path, string selector = "main form", string? button = null,
        Action<PortalForm>? fill = null)
    {
        var form = (await (await browser.GetAsync(path)).FollowAsync()).ShouldBeOk().SameForm(selector);
        fill?.Invoke(form);
        return new Press(browser, form, button);
    }

    /// <summary>The last link of the kind that was mailed to the address.</summary>
    public async Task<string> LinkAsync(string kind, string address)
    {
        await app.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);
        var texts = (await app.MailsAsync(address)).Select(mail => mail.Text);
        return texts.SelectMany(text => text.Split([' ', '\n', '\r', '　']))
            .Last(word => word.Contains($"/{kind}/", StringComparison.Ordinal)).Replace("https://localhost", "", StringComparison.Ordinal);
    }

    /// <summary>A call has set a temporary password, and a mail asks about it.</summary>
    public async Task SetByPhoneAsync(string number, string address)
    {
        await new HomeLine("4900000068", AuthenticationUnit.Line, number)
        {
            As = account => account with { Email = address },
        }.AddToAsync(app);
        await app.ChangeProfileAsync(HomeLine.Tenant, profile => profile with
        {
            TemporaryPassword = profile.TemporaryPassword! with { ConfirmByMail = true },
        });
        var tenant = await app.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync(HomeLine.Tenant);
        foreach (var (turn, keys) in new[] { "", "1", "20481593", "20481593" }.Index())
        {
            await app.Services.GetRequiredService<VoiceLine>().AnswerAsync(tenant!,
                new VoicePost("CA" + number, number, turn, keys, IsOver: false), CancellationToken.None);
        }
    }

    public Task InTenantAsync(string tenant, Guid id, Func<IServiceProvider, PortalUser, Task> act) =>
        app.InTenantAsync(tenant, async services =>
        await act(services,
            await services.GetRequiredService<PortalDbContext>().Users.Include(user => user.Contract).SingleAsync(user => user.Id == id)));

    public Task<string> TemporaryAsync(string tenant, Guid id) => app.IssueTemporaryPasswordAsync(tenant, id, TemporaryPasswordOrigin.Mail);

    public Task LockAsync(Guid id) =>
        app.World.Locks.LockAsync(id);

    public async Task<string> CodeAsync()
    {
        var text = (await app.MailsAsync(SecurityAddress))[^1].Text;
        return Regex.Match(text, @"(?<!\d)\d{6}(?!\d)").Value;
    }

    /// <summary>What has been done to anything: events, by kind.</summary>
    public async Task<string> EffectsAsync()
    {
        var kinds = await app.World.Audit.ListAsync(happened => happened.Kind);
        var failures = await app.World.Locks.ListAsync(state => state.StrangerFailures + state.KnownFailures);
        return string.Join(", ", kinds.GroupBy(kind => kind).Select(kind => $"{kind.Key}×{kind.Count()}")
            .Append($"mails×{await app.World.Mails.CountAsync()}")
            .Append($"sessions×{await app.World.Sessions.CountAsync(session => session.EndedAt == null)}")
            .Append($"failures×{failures.Sum()}").Order(StringComparer.Ordinal));
    }
}
