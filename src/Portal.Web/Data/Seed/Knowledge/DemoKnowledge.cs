using System.Security.Cryptography;
using System.Text;
using Portal.Rules.Files;
using Portal.Rules.Knowledge;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Domain.RichTexts;

namespace Portal.Web.Data.Seed.Knowledge;

/// <summary>
/// Bases, categories and articles, some with files; one article of each state in which nobody sees it.
/// </summary>
internal sealed class DemoKnowledge(DemoSite site, string service)
{
    private const string Author = "運用センター";
    private const string Writer = "admin@portal.example.jp";
    private readonly List<KnowledgeBase> bases = [];
    private readonly List<KnowledgeCategory> categories = [];

    public void Add()
    {
        var guides = AddBase("guides", "使い方", "How-tos", "設定や操作の手順です。", "How to set things up and use them.");
        AddAll(AddCategory(guides, "console", "ポータルと管理画面", "Portal and console"), DemoGuides.Console);
        AddAll(AddCategory(guides, "devices", "機器と接続", "Devices and connections"), DemoGuides.Devices);
        var answers = AddBase("answers", "よくある質問", "Questions and answers", "お問い合わせの多い質問と回答です。",
            "What customers ask most, and our answers.");
        AddAll(AddCategory(answers, "alerts", "アラート", "Alerts"), DemoAnswers.Alerts);
        AddAll(AddCategory(answers, "reports", "レポート", "Reports"), DemoAnswers.Reports);
        AddAll(AddCategory(answers, "contracts", "契約とサポート", "Contract and support"), DemoAnswers.Contracts);
    }

    private KnowledgeBase AddBase(string slug, string nameJa, string nameEn, string descriptionJa, string descriptionEn)
    {
        var row = new KnowledgeBase
        {
            Id = Guid.CreateVersion7(),
            TenantId = site.Tenant.Id,
            Slug = slug,
            NameJa = nameJa,
            NameEn = nameEn,
            DescriptionJa = descriptionJa,
            DescriptionEn = descriptionEn,
            Order = bases.Count + 1,
        };
        bases.Add(row);
        site.Db.KnowledgeBases.Add(row);
        return row;
    }

    private KnowledgeCategory AddCategory(KnowledgeBase shelf, string slug, string nameJa, string nameEn)
    {
        var row = new KnowledgeCategory
        {
            Id = Guid.CreateVersion7(),
            TenantId = site.Tenant.Id,
            BaseId = shelf.Id,
            Slug = slug,
            NameJa = nameJa,
            NameEn = nameEn,
            Order = categories.Count + 1,
        };
        categories.Add(row);
        site.Db.KnowledgeCategories.Add(row);
        return row;
    }

    private void AddAll(KnowledgeCategory category, IReadOnlyList<DemoArticle> articles)
    {
        foreach (var article in articles)
        {
            Add(category, article);
        }
    }

    private void Add(KnowledgeCategory category, DemoArticle demo)
    {
        var at = site.Clock.On(demo.Age, 10 * 60);
        var from = demo.From is { } days ? site.Clock.On(-days, 9 * 60) : (DateTimeOffset?)null;
        var row = new Article
        {
            Id = Guid.CreateVersion7(at),
            TenantId = site.Tenant.Id,
            CategoryId = category.Id,
            Slug = demo.Slug,
            AuthorName = Author,
            IsPublished = !demo.IsDraft,
            ShownFrom = from,
            ShownUntil = demo.Until is { } end ? site.Clock.On(-end, 18 * 60) : null,
            PublishedAt = demo.IsDraft ? null : from ?? at,
            UpdatedAt = from ?? at,
            ViewCount = demo.Views,
            HelpfulCount = demo.Views / 9,
            UnhelpfulCount = demo.Views / 60,
            ChangedBy = Writer,
        };
        row.Versions.Add(Version(KnowledgeLanguages.Japanese, demo.TitleJa, demo.Reading, demo.TextJa));
        if (demo is { TitleEn: { } title, TextEn: { } text })
        {
            row.Versions.Add(Version(KnowledgeLanguages.English, title, title, text));
        }

        if (!demo.IsHidden)
        {
            row.Openings.Add(new ArticleOpening
            {
                Id = Guid.CreateVersion7(at),
                TenantId = site.Tenant.Id,
                Audience = demo.IsForService ? ArticleAudience.Service : ArticleAudience.Tenant,
                Service = demo.IsForService ? service : null,
            });
        }

        site.Db.Articles.Add(row);
        if (demo.File is { } file)
        {
            var id = AddFile(row, file.Name, file.Lines, at);
            row.FileId = demo.IsFile ? id : null;
        }
    }

    private ArticleVersion Version(string language, string title, string reading, string source)
    {
        var html = RichText.ToHtml(source);
        return new ArticleVersion
        {
            TenantId = site.Tenant.Id,
            Language = language,
            Title = title,
            Reading = reading,
            Source = source,
            Html = html,
            Plain = RichText.ToPlain(html),
        };
    }

    /// <summary>In the database, where every installation finds it.</summary>
    private Guid AddFile(Article row, string name, string lines, DateTimeOffset at)
    {
        byte[] content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(lines)];
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(at),
            TenantId = site.Tenant.Id,
            UploaderName = Writer,
            Purpose = "article",
            Owner = $"article/{row.Id:N}",
            Name = name,
            Kind = FileKind.Csv,
            Size = content.Length,
            Hash = SHA256.HashData(content),
            Store = "database",
            State = StoredFileState.Clean,
            ReceivedAt = at,
            AttachedAt = at,
        };
        site.Db.StoredFiles.Add(file);
        site.Db.StoredFileChunks.Add(new StoredFileChunk { TenantId = site.Tenant.Id, FileId = file.Id, Content = content });
        return file.Id;
    }
}
