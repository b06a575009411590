using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Files;
using Portal.Rules.Knowledge;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Knowledge;

/// <summary>Readers of two contracts of tenant `security`, for two services; a base with two categories.</summary>
public abstract class KnowledgeTest : IAsyncLifetime
{
    protected const string Tenant = "security";
    protected const string List = "/t/security/kb";
    protected const string ReaderId = "hanako@example.jp.cs";
    protected const string OtherId = "other@example.net.cs";
    protected const string OtherService = "脆弱性診断サービス";

    protected PortalApp App { get; private set; } = null!;

    protected Guid Reader { get; private set; }

    public async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync();
        await App.ChangeProfileAsync(Tenant, profile => profile with { SecondFactor = new SecondFactorProfile(), SignInNotice = "off" });
        Reader = await new Account(Tenant, ReaderId) { Contract = "N900000001", Email = ReaderId[..^3] }.AddToAsync(App);
        await new Account(Tenant, OtherId) { Contract = "N900000002", Email = OtherId[..^3] }.AddToAsync(App);
        await App.World.Contracts.ChangeAsync(row => row.Number == "N900000002", row => row.Service, OtherService);
        await App.InTenantAsync(Tenant, services =>
        {
            var (db, shelf) = (services.GetRequiredService<PortalDbContext>(), Guid.CreateVersion7());
            db.KnowledgeBases.Add(new KnowledgeBase { Id = shelf, Slug = "guides", NameJa = "使い方", NameEn = "How-tos" });
            db.KnowledgeCategories.AddRange(Category(shelf, "devices", "機器", "Devices"), Category(shelf, "reports", "レポート", "Reports"));
            return Task.CompletedTask;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static string PathOf(string slug, string below = "") => $"{List}/{slug}{below}";

    protected async Task<PortalBrowser> SignedInAsync(string loginId)
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Tenant, loginId)).ShouldBeOk();
        return browser;
    }

    /// <summary>One that everybody sees, unless the test says something else.</summary>
    protected Task<Guid> AddAsync(string slug, string title, string text = "本文です", string? english = null, string category = "devices",
        Action<Article>? with = null, ArticleOpening? opening = null, bool isOpen = true) => App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var now = App.Time.GetUtcNow();
        var row = new Article
        {
            Id = Guid.CreateVersion7(),
            CategoryId = await db.KnowledgeCategories.Where(each => each.Slug == category).Select(each => each.Id).SingleAsync(),
            Slug = slug,
            AuthorName = "運用センター",
            IsPublished = true,
            PublishedAt = now,
            UpdatedAt = now,
        };
        row.Versions.Add(Version("ja", title, text));
        if (english is not null)
        {
            row.Versions.Add(Version("en", english, $"Text of {english}"));
        }

        if (isOpen)
        {
            opening ??= new ArticleOpening();
            (opening.TenantId, opening.Id) = (db.Scope.Current, Guid.CreateVersion7());
            row.Openings.Add(opening);
        }

        with?.Invoke(row);
        row.TenantId = db.Scope.Current;
        foreach (var version in row.Versions)
        {
            version.TenantId = row.TenantId;
        }

        db.Articles.Add(row);
        return row.Id;
    });

    /// <summary>A clean file of an article.</summary>
    protected Task<Guid> AttachAsync(Guid article, string name, string content, bool isArticle = false) =>
        App.InTenantAsync(Tenant, async services =>
        {
            var (db, bytes) = (services.GetRequiredService<PortalDbContext>(), System.Text.Encoding.UTF8.GetBytes(content));
            var id = Guid.CreateVersion7();
            db.StoredFiles.Add(new StoredFile
            {
                Id = id,
                UploaderName = "editor@portal.test",
                Purpose = "article",
                Owner = $"article/{article:N}",
                Name = name,
                Kind = FileKind.Text,
                Size = bytes.Length,
                Hash = SHA256.HashData(bytes),
                Store = "database",
                State = StoredFileState.Clean,
                ReceivedAt = App.Time.GetUtcNow(),
                AttachedAt = App.Time.GetUtcNow(),
            });
            db.StoredFileChunks.Add(new StoredFileChunk { FileId = id, Content = bytes });
            if (isArticle)
            {
                (await db.Articles.SingleAsync(row => row.Id == article)).FileId = id;
            }

            return id;
        });

    /// <summary>A member of the staff who looks after the tenant, signed in.</summary>
    protected async Task<PortalBrowser> StaffAsync(AccountRole role = AccountRole.TenantAdministrator, string tenant = Tenant,
        string loginId = "editor@portal.test")
    {
        await App.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        var id = await new Account("admin", loginId) { Role = role, Contract = null, Email = loginId, FamilyName = "編集" }.AddToAsync(App);
        await App.InTenantAsync("admin", async services => services.GetRequiredService<PortalDbContext>().StaffAssignments
            .Add(new StaffAssignment
            {
                UserId = id,
                TenantId = (await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(tenant))!.Id,
            }));
        var browser = App.CreateBrowser();
        (await browser.SignInAsync("admin", loginId)).ShouldBeOk();
        return browser;
    }

    private static KnowledgeCategory Category(Guid shelf, string slug, string ja, string en) =>
        new() { Id = Guid.CreateVersion7(), BaseId = shelf, Slug = slug, NameJa = ja, NameEn = en };

    private static ArticleVersion Version(string language, string title, string text) => new()
    {
        Language = language,
        Title = title,
        Reading = title,
        Source = text,
        Html = RichText.ToHtml(text),
        Plain = RichText.ToPlain(RichText.ToHtml(text)),
    };
}
