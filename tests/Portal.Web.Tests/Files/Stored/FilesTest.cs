using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Stored;

namespace Portal.Web.Tests.Files.Stored;

/// <summary>Two users of one contract, and the sample page that attaches files to whoever sends them.</summary>
public abstract class FilesTest : IAsyncLifetime
{
    protected const string Tenant = "control";
    protected const string SenderId = "N0009501";
    protected const string OtherId = "N0009502";
    protected const string Page = "/t/control/dev/components/files";
    protected const string Send = "/t/control/files/sample";

    protected PortalApp App { get; private set; } = null!;

    protected Guid Sender { get; private set; }

    protected Guid Other { get; private set; }

    protected virtual Dictionary<string, string?> Settings => [];

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        App = await PortalApp.CreateAsync(new Dictionary<string, string?>(Settings) { ["Portal:Demo"] = "true" });

        // Those of the demonstration are not what is looked at here.
        await App.QueryAsync("security", db => db.StoredFileChunks.ExecuteDeleteAsync());
        await App.QueryAsync("security", db => db.StoredFiles.ExecuteDeleteAsync());
        Sender = await new Account(Tenant, SenderId) { Contract = "C-900501", FamilyName = "送信" }.AddToAsync(App);
        Other = await new Account(Tenant, OtherId) { Contract = "C-900501", FamilyName = "他人" }.AddToAsync(App);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await EndAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual Task PrepareAsync() => Task.CompletedTask;

    protected virtual Task EndAsync() => Task.CompletedTask;

    protected async Task<PortalBrowser> SignedInAsync(string loginId = SenderId)
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, loginId);
        return browser;
    }

    protected static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    protected static async Task<PortalForm> FormAsync(PortalBrowser browser) =>
        (await browser.GetAsync(Page)).ShouldBeOk().Form().Fill("Note", "メモ");

    /// <summary>As the script does: the content alone, with the form's token and id beside it.</summary>
    protected static Task<PortalPage> SendAsync(PortalBrowser browser, PortalForm form, string name, HttpContent content,
        string address = Send)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("RequestVerificationToken", form.Fields.First(field => field.Name == "__RequestVerificationToken").Value);
        request.Headers.Add("Portal-Form", form.Fields.First(field => field.Name == "__form").Value);
        request.Headers.Add("Portal-File-Name", Uri.EscapeDataString(name));
        return browser.SendAsync(request);
    }

    protected static Task<PortalPage> SendAsync(PortalBrowser browser, PortalForm form, string name, byte[] content,
        string address = Send) =>
        SendAsync(browser, form, name, new ByteArrayContent(content), address);

    /// <summary>Through the form, as somebody without JavaScript.</summary>
    protected async Task<Guid> AttachAsync(PortalBrowser browser, string name = "a.txt", byte[]? content = null)
    {
        (await (await FormAsync(browser)).Attach("Files", name, content ?? Text("content")).SubmitAsync()).ShouldRedirectTo(Page);
        return (await App.World.Files.AskAsync(rows => rows.OrderByDescending(file => file.Id).Select(file => file.Id)))[0];
    }

    protected Task<long> EventsAsync(string kind) => App.World.Audit.CountAsync(happened => happened.Kind == kind);

    protected Task<StoredFileState> StateAsync(Guid id) => App.World.Files.ReadAsync(file => file.Id == id, file => file.State)!;

    protected Task<int> ChecksAsync() => App.Services.GetRequiredService<FileRunner>().CheckAsync(CancellationToken.None);

    protected Task<int> RemovalsAsync() => App.Services.GetRequiredService<FileRunner>().RemoveAsync(CancellationToken.None);

    protected Task<T> InTenantAsync<T>(Func<StoredFiles, Task<T>> act) =>
        App.InTenantAsync(Tenant, services => act(services.GetRequiredService<StoredFiles>()));

    protected static string Download(Guid id) => $"{Page}/{id}";

    protected static HttpStatusCode StatusOf(PortalPage page) => page.Status;
}
