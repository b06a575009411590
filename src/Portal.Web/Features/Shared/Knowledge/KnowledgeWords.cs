using System.Globalization;
using Microsoft.AspNetCore.Html;
using Portal.Rules.Knowledge;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;

namespace Portal.Web.Features.Shared.Knowledge;

/// <summary>Names and texts of knowledge in the language of the page.</summary>
public static class KnowledgeWords
{
    /// <summary>The page's.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == KnowledgeLanguages.English
        ? KnowledgeLanguages.English
        : KnowledgeLanguages.Japanese;

    public static string Name(KnowledgeBase row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Language == KnowledgeLanguages.English ? row.NameEn : row.NameJa;
    }

    public static string Name(KnowledgeCategory row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Language == KnowledgeLanguages.English ? row.NameEn : row.NameJa;
    }

    public static string Description(KnowledgeBase row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Language == KnowledgeLanguages.English ? row.DescriptionEn : row.DescriptionJa;
    }

    /// <summary>The language of a text where it is not the page's, for who hears it read.</summary>
    public static string? Other(string language) => language == Language ? null : language;

    /// <summary>A text with its matches marked; all of it is encoded.</summary>
    public static IHtmlContent Marked(IEnumerable<Highlight> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var html = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            _ = part.IsMatch ? html.AppendHtml("<mark>").Append(part.Text).AppendHtml("</mark>") : html.Append(part.Text);
        }

        return html;
    }
}
