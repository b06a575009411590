using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Jobs.Imports;

namespace Portal.Web.Tests.Features.Admin.Imports;

/// <summary>A contract C-900001 of `control`, and a tenant administrator who uploads files for it.</summary>
public abstract class ImportTest : StaffTest
{
    protected const string Imports = "/admin/imports";
    protected const string Bcrypt = "$2b$10$abcdefghijklmnopqrstuuJJSB40dS5vZ8y96iDqDG6PfLQRoTTeW";
    protected const string Headings = "契約番号,ログインID,メールアドレス,姓,名,管理者,言語,パスワード変更が必要,パスワードハッシュ\r\n";
    protected const string Good = Headings
        + "C-900001,N0009701,one@control.example.jp,移行,花子,1,ja,0," + Bcrypt + "\r\n"
        + "C-900001,N0009702,,移行,次郎,,,1," + Bcrypt + "\r\n"
        + "C-900001,N0009703,,移行,三郎,,,,\r\n";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new Account(Control, "N0009001").AddToAsync(App);
    }

    protected static async Task<PortalPage> UploadAsync(PortalBrowser browser, string content, string kind = "Users",
        string site = Control) =>
        await UploadAsync(browser, Encoding.UTF8.GetBytes(content), kind, site);

    protected static async Task<PortalPage> UploadAsync(PortalBrowser browser, byte[] content, string kind = "Users",
        string site = Control) =>
        await (await browser.GetAsync($"{Imports}/{site}/new")).ShouldBeOk().Form("form[enctype]").Choose("Kind", kind)
            .Attach("Upload", "people.csv", content, "text/csv").SubmitAsync();

    protected Task<int> RoundAsync() => App.Services.GetRequiredService<ImportRunner>().RunOnceAsync(CancellationToken.None);

    /// <summary>Uploaded and checked: the page that waits for a word.</summary>
    protected async Task<PortalPage> CheckedAsync(PortalBrowser browser, string content, string kind = "Users", string site = Control)
    {
        var page = await (await UploadAsync(browser, content, kind, site)).FollowAsync();
        await RoundAsync();
        return await browser.GetAsync(page.Address.AbsolutePath);
    }

    /// <summary>Checked, confirmed and taken over.</summary>
    protected async Task<PortalPage> MovedInAsync(PortalBrowser browser, string content, string kind = "Users", string site = Control)
    {
        var page = await CheckedAsync(browser, content, kind, site);
        await page.ShouldBeOk().Form("form[action$=confirm]").SubmitAsync();
        await RoundAsync();
        return await browser.GetAsync(page.Address.AbsolutePath);
    }

    protected Task<int> MovedAsync() => App.QueryAsync(Control, db => db.Users.CountAsync(user => user.UserName!.StartsWith("N00097")));

    protected Task<ImportJob> JobAsync() => App.QueryAsync(Control,
        db => db.ImportJobs.OrderByDescending(job => job.RequestedAt).FirstAsync());

    protected Task<int> FilesAsync() =>
        App.QueryAsync(Control, db => db.ImportParts.CountAsync(part => part.Kind == ImportPartKind.File));
}
