using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Short words for building elements; text is always encoded.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? css = null, params IHtmlContent?[] children)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
            tag.AddCssClass(css);
        foreach (var child in children)
            if (child is not null)
                tag.InnerHtml.AppendHtml(child);
        return tag;
    }

    public static TagBuilder Element(string name, string? css, string text) => Element(name, css).AddText(text);

    public static TagBuilder AddText(this TagBuilder tag, string text)
    {
        tag.InnerHtml.Append(text);
        return tag;
    }

    public static TagBuilder Add(this TagBuilder tag, params IHtmlContent?[] children)
    {
        foreach (var child in children)
            if (child is not null)
                tag.InnerHtml.AppendHtml(child);
        return tag;
    }

    /// <summary>Null leaves the attribute out; "" writes it without a value.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
            tag.Attributes[attribute] = value;
        return tag;
    }

    public static TagBuilder Flag(this TagBuilder tag, string attribute, bool on) => on ? tag.With(attribute, "") : tag;

    public static TagBuilder Empty(this TagBuilder tag)
    {
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    public static TagBuilder Hidden(string text) => Element("span", "vh", text);

    public static TagBuilder Input(string? css, string type, string? name, string? value) =>
        Element("input", css).With("type", type).With("name", name).With("value", value).Empty();

    public static TagBuilder Link(string? css, string href, string text) => Element("a", css, text).With("href", href);
}
