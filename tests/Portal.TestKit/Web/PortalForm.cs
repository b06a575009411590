using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Shouldly;

namespace Portal.TestKit.Web;

/// <summary>One way in which a form can be sent.</summary>
/// <param name="Path">Where to; with what is asked for, unless it is a post.</param>
public sealed record FormWay(string Path, bool IsPost, Func<Task<PortalPage>> SendAsync);

/// <summary>
/// A form as its page shows it: hidden fields, the antiforgery token and preset values go along, and only what is there
/// can be filled.
/// </summary>
public sealed class PortalForm
{
    private const string Id = "__form";
    private readonly PortalBrowser browser;
    private readonly Uri page;
    private readonly IHtmlFormElement form;
    private readonly List<(string Name, string Value)> fields;
    private readonly List<(string Name, string File, byte[] Content, string Type)> files = [];

    internal PortalForm(PortalBrowser browser, Uri page, IHtmlFormElement form)
    {
        (this.browser, this.page, this.form) = (browser, page, form);
        fields = [.. form.Elements.SelectMany(Preset)];
    }

    public IReadOnlyList<(string Name, string Value)> Fields => fields;

    /// <summary>As somebody sends it who has opened the page again.</summary>
    public PortalForm Anew() => fields.Exists(field => field.Name == Id) ? Put(Id, Guid.NewGuid().ToString("N")) : this;

    public PortalForm Fill(string name, string value)
    {
        ShouldOffer(name,
            element => element is IHtmlTextAreaElement
            or IHtmlInputElement { Type: not ("hidden" or "checkbox" or "radio" or "submit" or "file") });
        return Put(name, value);
    }

    /// <summary>Picks an option of a list, or one of several radio buttons.</summary>
    public PortalForm Choose(string name, string value)
    {
        ShouldOffer(name, element => element is IHtmlInputElement { Type: "radio" } radio && radio.Value == value
            || element is IHtmlSelectElement select && select.Options.Any(option => option.Value == value && !option.IsDisabled));
        return Put(name, value);
    }

    public PortalForm Check(string name, string? value = null)
    {
        var box =
            ShouldOffer(name, element => element is IHtmlInputElement { Type: "checkbox" } box && (value is null || box.Value == value));
        // The framework sends "false" from a hidden field of the same name after the box.
        fields.Insert(0, (name, ((IHtmlInputElement)box).Value));
        return this;
    }

    public PortalForm Uncheck(string name, string? value = null)
    {
        var box = (IHtmlInputElement)ShouldOffer(name,
            element => element is IHtmlInputElement { Type: "checkbox" } box && (value is null || box.Value == value));
        fields.Remove((name, box.Value));
        return this;
    }

    public PortalForm Attach(string name, string fileName, byte[] content, string contentType = "application/octet-stream")
    {
        ShouldOffer(name, element => element is IHtmlInputElement { Type: "file" });
        files.Add((name, fileName, content, contentType));
        return this;
    }

    /// <summary>Sends what the form does not offer, as an attacker would.</summary>
    public PortalForm Forge(string name, string value) => Put(name, value);

    /// <summary>Leaves a field out, as an attacker would.</summary>
    public PortalForm Without(string name)
    {
        fields.RemoveAll(field => field.Name == name);
        return this;
    }

    /// <param name="button">Text or value of the button that is pressed; needed when the button matters.</param>
    /// <param name="by">Another browser with the same page open, such as the same one before an answer came.</param>
    public Task<PortalPage> SubmitAsync(string? button = null, PortalBrowser? by = null)
    {
        var pressed = button is null ? null : Button(button);
        return SendAsync(Target(pressed), IsPost(pressed), Sent(pressed), by ?? browser);
    }

    /// <summary>Every way to send it, as it stands: a button each, which may lead elsewhere.</summary>
    public IEnumerable<FormWay> Ways()
    {
        IElement?[] buttons = [.. form.Elements.Where(element => IsButton(element) && !element.HasAttribute("disabled"))];
        return (buttons.Length > 0 ? buttons : [null]).Select(button => IsPost(button)
            ? new FormWay(Target(button).PathAndQuery, true, () => SendAsync(Target(button), true, Sent(button), browser))
            : new FormWay(Target(button).AbsolutePath + Query(Sent(button)), false,
                () => SendAsync(Target(button), false, Sent(button), browser)));
    }

    private Task<PortalPage> SendAsync(Uri target, bool isPost, IReadOnlyList<(string Name, string Value)> sent, PortalBrowser by) => isPost
        ? by.SendAsync(new HttpRequestMessage(HttpMethod.Post, target.PathAndQuery) { Content = Content(sent) })
        : by.GetAsync(target.AbsolutePath + Query(sent));

    private Uri Target(IElement? pressed)
    {
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        return new Uri(page, string.IsNullOrEmpty(action) ? page.PathAndQuery : action);
    }

    private bool IsPost(IElement? pressed) =>
        string.Equals(pressed?.GetAttribute("formmethod") ?? form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<(string Name, string Value)> Sent(IElement? pressed) => pressed?.GetAttribute("name") is { Length: > 0 } name
        ? [.. fields, (name, pressed.GetAttribute("value") ?? "")]
        : fields;

    private static string Query(IEnumerable<(string Name, string Value)> sent) =>
        QueryString.Create(sent.Select(field => KeyValuePair.Create(field.Name, (string?)field.Value))).ToString();

    private static bool IsButton(IElement element) =>
        element is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" };

    private static IEnumerable<(string Name, string Value)> Preset(IElement element) => element switch
    {
        IHtmlInputElement { IsDisabled: true } or IHtmlSelectElement { IsDisabled: true } or IHtmlTextAreaElement { IsDisabled: true } =>
            [],
        IHtmlInputElement { Name: not (null or "") } input => Preset(input),
        IHtmlTextAreaElement { Name: not (null or "") } area => [(area.Name, area.Value)],
        IHtmlSelectElement { Name: not (null or "") } select => select.SelectedOptions.Select(option => (select.Name, option.Value)),
        _ => [],
    };

    private static IEnumerable<(string Name, string Value)> Preset(IHtmlInputElement input) => input.Type switch
    {
        "submit" or "button" or "image" or "reset" or "file" => [],
        "checkbox" or "radio" => input.IsChecked ? [(input.Name!, input.Value)] : [],
        _ => [(input.Name!, input.Value)],
    };

    private IElement ShouldOffer(string name, Func<IElement, bool> suits) =>
        form.Elements.FirstOrDefault(element => element.GetAttribute("name") == name && !element.HasAttribute("disabled") && suits(element))
            .ShouldNotBeNull($"{page.PathAndQuery} offers no such \"{name}\", only {string.Join(", ", Names())}");

    private IEnumerable<string?> Names() => form.Elements.Select(element => element.GetAttribute("name")).Distinct();

    private IElement Button(string named) =>
        form.Elements.FirstOrDefault(element => element is IHtmlButtonElement or IHtmlInputElement { Type: "submit" }
            && (PortalPage.Tidy(element.Text()) == named || element.GetAttribute("value") == named))
                .ShouldNotBeNull($"{page.PathAndQuery} has no button \"{named}\"");

    private PortalForm Put(string name, string value)
    {
        Without(name);
        fields.Add((name, value));
        return this;
    }

    private HttpContent Content(IReadOnlyList<(string Name, string Value)> sent)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(sent.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in sent)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var (name, file, bytes, type) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            content.Add(part, $"\"{name}\"", file);
        }

        return content;
    }
}
