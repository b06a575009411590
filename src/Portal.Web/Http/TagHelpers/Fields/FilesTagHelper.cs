using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Files to be sent along. Without JavaScript it is the browser's own field; what came in before is listed with boxes
/// to be unchecked. With it, each file goes up by itself, with its progress. To stand behind the form's other fields:
/// what comes after a file is not kept when the session ends under it.
/// </summary>
[HtmlTargetElement("p-files", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilesTagHelper(IStringLocalizer<ComponentText> text, PageContext page, IFileVersionProvider versions)
    : ControlTagHelper(text, page)
{
    private const string Words = "files-";
    private static readonly string[] Said = ["Remove", "Sending", "Sent", "Failed", "Busy", "Drop", "TooMany"];

    public FilesField Field { get; set; } = default!;

    public override void Init(TagHelperContext context)
    {
        Hint ??= Field.Hint;
        base.Init(context);
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Control(Markup.Input("p-input p-files__input", "file", null, null))
            .Flag("multiple", true).With("accept", string.Join(',', Field.Endings.Select(ending => "." + ending)));
        var list = Markup.Element("ul", "p-files__list", [.. Field.Kept.Select(Kept)]);
        RenderField(output, list, TakeAttributes(output, input), Markup.Element("p", "p-files__status").With("role", "status"));
        Become(output, "div", "p-files");
        Describe(output);
        output.PostElement.AppendHtml(Asset("link", "css/files.css")).AppendHtml(Asset("script", "js/files.js"));
    }

    private void Describe(TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-files", Url(FilePaths.Send(Field.Purpose, Field.Site)));
        output.Attributes.SetAttribute("data-files-name", FullName);
        output.Attributes.SetAttribute("data-files-most", Field.Most.ToString(CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("data-files-largest", Field.Largest.ToString(CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("data-files-too-large", Field.TooLarge);
        foreach (var word in Said)
        {
            output.Attributes.SetAttribute("data-" + Words + word.ToLowerInvariant(), Text["Files" + word].Value);
        }
    }

    private TagBuilder Kept(KeptFile file)
    {
        var id = $"{ControlId}_{file.Id:N}";
        var box = Markup.Input("p-choice__input", "checkbox", FullName, file.Id.ToString()).With("id", id).Flag("checked", true);
        return Markup.Element("li", "p-choice", box, Markup.Element("label", "p-choice__label").With("for", id)
            .Add(Markup.Element("bdi", null, file.Name)).AddText($" ({file.Size})"));
    }

    private TagBuilder Asset(string element, string asset)
    {
        var address = AssetTagHelper.Address(HttpContext, versions, asset);
        return element == "link"
            ? Markup.Element(element, null).With("rel", "stylesheet").With("href", address).Empty()
            : Markup.Element(element, null).With("type", "module").With("src", address);
    }
}
