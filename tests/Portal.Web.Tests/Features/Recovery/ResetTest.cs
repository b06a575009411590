using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Recovery;

namespace Portal.Web.Tests.Features.Recovery;

/// <summary>
/// What the tests of mailed links share: an application of their own and an account in tenant `security`.
/// </summary>
public abstract partial class ResetTest : IAsyncLifetime
{
    protected const string Tenant = "security";
    protected const string Id = "reset.me@example.jp.cs";
    protected const string Email = "reset.me@example.jp";
    protected const string Fresh = "Violet8642-tram!Q";

    protected PortalApp App { get; private set; } = null!;

    protected Guid UserId { get; private set; }

    protected virtual Account Usual => new(Tenant, Id) { Email = Email };

    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Portal:Demo"] = "true" };

    public virtual async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync(Settings);
        UserId = await Usual.AddToAsync(App);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Walks the steps of tenant `security` as a person does.</summary>
    protected async Task<PortalPage> AskAsync(string id = Id, string email = Email, PortalBrowser? browser = null)
    {
        var identify = await (browser ?? App.CreateBrowser()).GetAsync($"/t/{Tenant}/unlock");
        var verify = await (await identify.ShouldBeOk().Form("main form").Fill("Identifier", id).SubmitAsync()).FollowAsync();
        return await verify.ShouldBeOk().Form("main form").Fill("Email", email).SubmitAsync();
    }

    protected async Task WorkAsync() => await App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);

    /// <summary>
    /// Lets the worker decide and reads the links that reached a mailbox, oldest first, as paths of the portal.
    /// </summary>
    protected async Task<IReadOnlyList<string>> LinksAsync(string to = Email, string kind = "reset")
    {
        await WorkAsync();
        return [.. (await App.MailsAsync(to)).Select(mail => Link().Match(mail.Text))
            .Where(match => match.Success && match.Groups["kind"].Value == kind).Select(match => new Uri(match.Value).PathAndQuery)];
    }

    protected async Task<string> LinkAsync()
    {
        (await AskAsync()).ShouldRedirectTo($"/t/{Tenant}/unlock/sent");
        return (await LinksAsync())[^1];
    }

    protected Task<PortalPage> OpenAsync(string link) => OpenAsync(App.CreateBrowser(), link);

    protected static async Task<PortalPage> OpenAsync(PortalBrowser browser, string link)
    {
        ArgumentNullException.ThrowIfNull(browser);
        return await (await browser.GetAsync(link)).FollowAsync();
    }

    protected async Task<PortalPage> ResetAsync(string link, string password = Fresh) =>
        await Fill(await OpenAsync(link), password).SubmitAsync();

    protected static PortalForm Fill(PortalPage page, string password = Fresh) =>
        page.ShouldBeOk().Form("main form").Fill("New", password).Fill("Again", password);

    protected static void ShouldBeDead(PortalPage page) => page.ShouldBeNotFound().ShouldShow("有効期限切れか、使用済みです");

    protected Task<long> EventsAsync(string kind) =>
        App.World.Audit.CountAsync(kind, UserId);

    protected async Task<int> MailsAsync(string kind) =>
        (int)await App.World.Mails.CountOfAsync(kind);

    protected Task ChangeAsync(Action<PortalUser> change) =>
        App.InTenantAsync(Tenant, async services =>
            change(await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == UserId)));

    [GeneratedRegex("https://localhost(?<path>/[a-z0-9/]*?/"
        + "(?<kind>reset|invite|not-me|email/new|email/confirm|email/revert|email/proof)/[A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
