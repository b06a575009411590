using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Announcements;
using Portal.Rules.Calendars;
using Portal.Rules.Contracts;
using Portal.Web.Data;
using Portal.Web.Domain.Announcements;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>Turns the form into what is said; inside the tenant that it is for.</summary>
public sealed class AnnouncementInput(PortalDbContext db, TenantClock clock, FormWords words, IStringLocalizer<EditorText> text)
{
    private const int MostServices = 100;
    private const int MostArticles = 200;
    private static readonly LineField Title = new(AnnouncementLimits.Title);
    private static readonly NoteField Text = new(AnnouncementLimits.Text);
    private static readonly LineField Number = new(40);
    private static readonly ClockField From = new(Required: true);
    private static readonly ClockField Until = new();
    private static readonly ChoiceField Level = new(Is<AnnouncementLevel>);
    private static readonly ChoiceField Audience = new(Is<AnnouncementAudience>);

    /// <summary>The window says the rest.</summary>
    private static readonly ChoiceField State = new(word => word is nameof(AnnouncementState.Draft) or nameof(AnnouncementState.Shown));

    public FormReader Reader() => words.Reader(field => text["Field." + field]);

    /// <summary>What the page offers and the browser does not decide.</summary>
    public async Task FillAsync(AnnouncementForm form, EditorTarget target)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        form.Target = target;
        var services = await db.Contracts.Select(row => row.Service).Where(service => service != "").Distinct().OrderBy(service => service)
            .Take(MostServices).ToListAsync();
        form.Services = [.. services.Union(Kept(target.Row?.Service)).Select(service => new Choice(service, service))];
        form.Articles = target.Tenant.Has(TenantFeatures.Knowledge) ? await ArticlesAsync(target.Row?.ArticleId) : null;
        form.WasClosed = target.Row is { } row
            && await db.AnnouncementReadings.AnyAsync(reading => reading.AnnouncementId == row.Id && reading.ClosedEdition != null);
    }

    /// <summary>What a new one begins with: from the next full hour, for everybody.</summary>
    public void Prefill(AnnouncementForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var now = clock.Zone.At(clock.Now).DateTime;
        form.From = Portal.Rules.Text.ClockText.Of(now.Date.AddHours(now.Hour + 1));
        form.Level = nameof(AnnouncementLevel.Information);
        form.Audience = nameof(AnnouncementAudience.Tenant);
        form.State = nameof(AnnouncementState.Draft);
    }

    public async Task<AnnouncementContent> ReadAsync(AnnouncementForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var level = Chosen<AnnouncementLevel>(reader, Level, nameof(form.Level), form.Level);
        var audience = Chosen<AnnouncementAudience>(reader, Audience, nameof(form.Audience), form.Audience);
        var (from, until) = Window(form, reader);
        var (titleEn, textEn) = English(form, reader);
        var (article, articleTitle) = Article(form, reader);
        var content = new AnnouncementContent(level, Required(reader, Title, nameof(form.TitleJa), form.TitleJa),
            Required(reader, Text, nameof(form.TextJa), form.TextJa), titleEn, textEn)
        {
            Audience = audience,
            ArticleId = article,
            ArticleTitle = articleTitle,
            From = from,
            Until = until,
            HasBanner = form.Banner,
            IsOnSignIn = form.SignIn,
            IsPublished = Chosen<AnnouncementState>(reader, State, nameof(form.State), form.State) == AnnouncementState.Shown,
        };
        if (content.IsOnSignIn && !AnnouncementRules.MayStandOnSignIn(audience))
        {
            reader.Add(nameof(form.SignIn), text["SignInForAll"]);
        }

        return await ForAsync(content, form, reader);
    }

    private async Task<AnnouncementContent> ForAsync(AnnouncementContent content, AnnouncementForm form, FormReader reader)
    {
        switch (content.Audience)
        {
            case AnnouncementAudience.Service:
                if (form.Services.Any(service => service.Value == form.Service))
                {
                    return content with { Service = form.Service };
                }

                reader.Add(nameof(form.Service), new FieldFault.NotOffered());
                return content;
            case AnnouncementAudience.Contract:
                var number = ContractNumber.Read(Required(reader, Number, nameof(form.Contract), form.Contract));
                var id = await db.Contracts.Where(row => row.Number == number).Select(row => (Guid?)row.Id).SingleOrDefaultAsync();
                if (id is null && !reader.HasProblem(nameof(form.Contract)))
                {
                    reader.Add(nameof(form.Contract), text["NoSuchContract"]);
                }

                return content with { ContractId = id, ContractNumber = number };
            default:
                return content;
        }
    }

    /// <summary>What it has is offered also when no contract has it any more: an edit does not lose it.</summary>
    private static string[] Kept(string? value) => value is { Length: > 0 } known ? [known] : [];

    /// <summary>Those that changed last, and the one that it names.</summary>
    private async Task<IReadOnlyList<Choice>> ArticlesAsync(Guid? named)
    {
        var rows = await db.Articles.AsNoTracking().OrderByDescending(row => row.Id == named).ThenByDescending(row => row.UpdatedAt)
            .ThenBy(row => row.Id).Take(MostArticles).Include(row => row.Versions).ToListAsync();
        return [.. rows.Select(row => new Choice(row.Id.ToString(), row.TitleIn(KnowledgeWords.Language)))];
    }

    private static (Guid? Id, string Title) Article(AnnouncementForm form, FormReader reader)
    {
        if (form.Articles is not { } articles)
        {
            return (form.Target.Row?.ArticleId, form.Target.Row?.Article?.Title ?? "");
        }

        var offered = new ChoiceField(value => articles.Any(article => article.Value == value));
        var chosen = reader.Read(offered, nameof(form.Article), form.Article);
        var found = articles.FirstOrDefault(article => article.Value == chosen);
        return found is null ? (null, "") : (Guid.Parse(found.Value), found.Text);
    }

    private (DateTimeOffset From, DateTimeOffset? Until) Window(AnnouncementForm form, FormReader reader)
    {
        var now = clock.Now;
        var from = ReadEnd(reader, From, nameof(form.From), form.From) ?? now;
        var until = ReadEnd(reader, Until, nameof(form.Until), form.Until);
        if (!AnnouncementRules.IsWindow(from, until) && !reader.HasProblem(nameof(form.From)))
        {
            reader.Add(nameof(form.Until), text["UntilBeforeFrom"]);
        }

        // One that readers have seen may be ended by a moment that is over.
        var wasShown = form.Target.Row is { IsPublished: true } row && row.ShownFrom <= now;
        if (form.State == nameof(AnnouncementState.Shown) && !wasShown && until <= now && !reader.HasProblem(nameof(form.Until)))
        {
            reader.Add(nameof(form.Until), text["UntilPast"]);
        }

        return (from, until);
    }

    private DateTimeOffset? ReadEnd(FormReader reader, ClockField field, string name, string? typed)
    {
        if (reader.Read(field, name, typed) is not { } local)
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

    /// <summary>Both or none: a title without a text is no version.</summary>
    private static (string Title, string Text) English(AnnouncementForm form, FormReader reader)
    {
        var isThere = !string.IsNullOrWhiteSpace(form.TitleEn) || !string.IsNullOrWhiteSpace(form.TextEn);
        return isThere
            ? (Required(reader, Title, nameof(form.TitleEn), form.TitleEn), Required(reader, Text, nameof(form.TextEn), form.TextEn))
            : ("", "");
    }

    private static string Required(FormReader reader, Field<string> field, string name, string? typed)
    {
        var value = reader.Read(field, name, typed);
        if (value.Length == 0 && !reader.HasProblem(name))
        {
            reader.Add(name, new FieldFault.Missing());
        }

        return value;
    }

    private static TEnum Chosen<TEnum>(FormReader reader, ChoiceField field, string name, string? typed)
        where TEnum : struct, Enum
    {
        if (reader.Read(field, name, typed) is { } word && Is<TEnum>(word))
        {
            return Enum.Parse<TEnum>(word);
        }

        if (!reader.HasProblem(name))
        {
            reader.Add(name, new FieldFault.NotOffered());
        }

        return default;
    }

    // By name alone: a number is another way to say it, which the form does not send.
    private static bool Is<TEnum>(string word)
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Contains(word);
}
