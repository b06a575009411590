using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Calendars;
using Portal.Rules.Contracts;
using Portal.Rules.Knowledge;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>Turns the form into what is said; inside the tenant that it is for.</summary>
public sealed class ArticleInput(PortalDbContext db, TenantClock clock, FormWords words, IStringLocalizer<KnowledgeEditorText> text)
{
    private const int MostServices = 100;
    private static readonly LineField Title = new(ArticleLimits.Title, Required: true);
    private static readonly LineField Reading = new(ArticleLimits.Reading, Required: true);
    private static readonly LineField Author = new(LineField.LongestPlace, Required: true);
    private static readonly LineField Slug = new(ArticleSlug.Longest, Required: true);
    private static readonly NoteField Text = new(ArticleLimits.Text);
    private static readonly ClockField End = new();
    private static readonly ChoiceField State = new(word => word is ArticleForm.Draft or ArticleForm.Published);
    private static readonly NoteField Numbers = new(ArticleLimits.Audiences * 40);

    public FormReader Reader() => words.Reader(field => text["Field." + field]);

    /// <summary>What the page offers and the browser does not decide.</summary>
    public async Task FillAsync(ArticleForm form, StaffArticleTarget target)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        form.Target = target;
        var categories = await db.KnowledgeCategories.AsNoTracking().Include(row => row.Base).OrderBy(row => row.Base!.Order)
            .ThenBy(row => row.Order).ToListAsync();
        form.Categories = [.. categories.Select(row => new Choice(row.Id.ToString(),
            text["CategoryOf", KnowledgeWords.Name(row.Base!), KnowledgeWords.Name(row)]))];
        var services = await db.Contracts.Select(row => row.Service).Where(service => service != "").Distinct().OrderBy(service => service)
            .Take(MostServices).ToListAsync();

        // What it is opened for is offered also when no contract has it any more, so that an edit does not close it.
        var opened = (target.Row?.Openings ?? []).Select(opening => opening.Service).OfType<string>().Order(StringComparer.Ordinal);
        form.AllServices = [.. services.Union(opened).Select(service => new Choice(service, service))];
    }

    public async Task<ArticleContent> ReadAsync(ArticleForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        if (form.Categories.All(category => category.Value != form.Category))
        {
            reader.Add(nameof(form.Category), new FieldFault.NotOffered());
        }

        var slug = reader.Read(Slug, nameof(form.Slug), form.Slug);
        if (!ArticleSlug.IsSlug(slug) && !reader.HasProblem(nameof(form.Slug)))
        {
            reader.Add(nameof(form.Slug), text[ArticleSlug.IsTaken(slug) ? "SlugReserved" : "SlugUnfit"]);
        }

        var author = reader.Read(Author, nameof(form.Author), form.Author);
        var (window, isPublished) = (ReadWindow(form, reader), ReadState(form, reader) == ArticleForm.Published);

        // One that readers know already may end earlier than now: so it is taken from them and keeps its text and time.
        var now = clock.Now;
        var isKnown = form.Target.Row is { IsPublished: true } row && row.PublishedAt <= now;
        if (isPublished && !isKnown && window.At(now) == ArticleTime.Over && !reader.HasProblem(nameof(form.Until)))
        {
            reader.Add(nameof(form.Until), text["UntilPast"]);
        }

        return new ArticleContent(slug, Guid.TryParse(form.Category, out var category) ? category : Guid.Empty, author)
        {
            Versions = Versions(form, reader),
            Openings = await OpeningsAsync(form, reader),
            Window = window,
            IsPublished = isPublished,
        };
    }

    /// <summary>Of a language all or nothing; without any, Japanese is what is missing.</summary>
    private static List<WrittenVersion> Versions(ArticleForm form, FormReader reader)
    {
        var versions = new List<WrittenVersion>();
        var hasEnglish = IsTyped(form.TitleEn, form.TextEn);
        if (!hasEnglish || IsTyped(form.TitleJa, form.TextJa))
        {
            versions.Add(new WrittenVersion(KnowledgeLanguages.Japanese, reader.Read(Title, nameof(form.TitleJa), form.TitleJa),
                CanonicalText.Kana(reader.Read(Reading, nameof(form.ReadingJa), form.ReadingJa)),
                ReadText(reader, nameof(form.TextJa), form.TextJa)));
        }

        if (hasEnglish)
        {
            var title = reader.Read(Title, nameof(form.TitleEn), form.TitleEn);
            versions.Add(new WrittenVersion(KnowledgeLanguages.English, title, title, ReadText(reader, nameof(form.TextEn), form.TextEn)));
        }

        return versions;
    }

    private async Task<List<WrittenOpening>> OpeningsAsync(ArticleForm form, FormReader reader)
    {
        if (form.Everybody)
        {
            return [new WrittenOpening(ArticleAudience.Tenant, "", null)];
        }

        if (form.Services.Any(service => form.AllServices.All(offered => offered.Value != service)))
        {
            reader.Add(nameof(form.Services), new FieldFault.NotOffered());
        }

        string[] numbers = [.. reader.Read(Numbers, nameof(form.Contracts), form.Contracts)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ContractNumber.Read).Distinct()];
        if (numbers.Length + form.Services.Count > ArticleLimits.Audiences)
        {
            reader.Add(nameof(form.Contracts), text["TooManyAudiences", ArticleLimits.Audiences]);
            return [];
        }

        var contracts = await db.Contracts.Where(row => numbers.Contains(row.Number)).ToDictionaryAsync(row => row.Number, row => row.Id);
        if (numbers.FirstOrDefault(number => !contracts.ContainsKey(number)) is { } unknown)
        {
            reader.Add(nameof(form.Contracts), text["NoSuchContract", Shortened.To(unknown, 40)]);
        }

        return
        [
            .. form.Services.Distinct().Order(StringComparer.Ordinal).Select(service =>
                new WrittenOpening(ArticleAudience.Service, service, null)),
            .. numbers.Where(contracts.ContainsKey).Order(StringComparer.Ordinal).Select(number =>
                new WrittenOpening(ArticleAudience.Contract, number, contracts[number])),
        ];
    }

    private ArticleWindow ReadWindow(ArticleForm form, FormReader reader)
    {
        var window = new ArticleWindow(ReadEnd(reader, nameof(form.From), form.From), ReadEnd(reader, nameof(form.Until), form.Until));
        if (!window.IsOrdered)
        {
            reader.Add(nameof(form.Until), text["UntilBeforeFrom"]);
        }

        return window;
    }

    private DateTimeOffset? ReadEnd(FormReader reader, string name, string? typed)
    {
        if (reader.Read(End, name, typed) is not { } local)
        {
            return null;
        }

        if (PlannedYears.Include(local.Year))
        {
            return clock.Zone.On(DateOnly.FromDateTime(local), local.TimeOfDay);
        }

        reader.Add(name, text["YearUnfit", text["Field." + name], PlannedYears.First, PlannedYears.Last]);
        return null;
    }

    private static string? ReadState(ArticleForm form, FormReader reader)
    {
        var state = reader.Read(State, nameof(form.State), form.State);
        if (state is null)
        {
            reader.Add(nameof(form.State), new FieldFault.NotOffered());
        }

        return state;
    }

    private static bool IsTyped(params string?[] typed) => typed.Any(text => !string.IsNullOrWhiteSpace(text));

    private static string ReadText(FormReader reader, string name, string? typed)
    {
        var value = reader.Read(Text, name, typed);
        if (value.Length == 0 && !reader.HasProblem(name))
        {
            reader.Add(name, new FieldFault.Missing());
        }

        return value;
    }
}
