using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Shouldly;

namespace Portal.TestKit.Telephony;

/// <summary>One call: what the caller hears, and what happens when keys are pressed.</summary>
public sealed class VoiceCall
{
    private readonly VoiceProvider provider;
    private readonly string from;
    private XElement? gather;
    private Uri? onSilence;
    private (Uri Address, IReadOnlyDictionary<string, string> Fields) last;

    internal VoiceCall(VoiceProvider provider, string id, string from) => (this.provider, Id, this.from) = (provider, id, from);

    public string Id { get; }

    /// <summary>How the last post was answered.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>The answer to the last post, as it came.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>What was said last.</summary>
    public string Heard { get; private set; } = "";

    public string Language { get; private set; } = "";

    public bool IsOver => gather is null;

    /// <summary>Where the keys would go that the caller presses next.</summary>
    public Uri Next => Address("action");

    /// <summary>Presses keys, of which the provider takes as many as it was told.</summary>
    public Task PressAsync(string keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (gather is null)
        {
            throw new InvalidOperationException($"Nothing is waited for: \"{Heard}\"");
        }

        var finish = gather.Attribute("finishOnKey")?.Value ?? "#";
        var digits = keys.Split(finish)[0];
        return PostAsync(Next, new()
        {
            ["Digits"] = gather.Attribute("numDigits") is { } most
                ? digits[..Math.Min(digits.Length, int.Parse(most.Value, CultureInfo.InvariantCulture))] : digits,
        });
    }

    public async Task PressAllAsync(params IEnumerable<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var some in keys)
        {
            await PressAsync(some);
        }
    }

    /// <summary>Presses nothing until the provider goes on to what follows.</summary>
    public Task WaitAsync() => PostAsync(onSilence ?? throw new InvalidOperationException("Nothing follows."), []);

    public Task HangUpAsync() => PostAsync(Next, new() { ["CallStatus"] = "completed" });

    /// <summary>The same post once more, as after a time-out.</summary>
    public Task RepeatAsync() => SendAsync(last.Address, last.Fields);

    /// <summary>A post of this call that the dialogue does not call for.</summary>
    public Task PostAsync(Uri address, Dictionary<string, string> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var fields = new Dictionary<string, string>
        {
            ["CallSid"] = Id,
            ["From"] = from,
            ["To"] = "+81120000104",
            ["CallStatus"] = "in-progress",
            ["Direction"] = "inbound",
        };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        return SendAsync(address, fields);
    }

    public VoiceCall ShouldSay(string part)
    {
        Heard.ShouldContain(part);
        return this;
    }

    public VoiceCall ShouldBeOver()
    {
        Status.ShouldBe(HttpStatusCode.OK);
        IsOver.ShouldBeTrue($"Still waits after \"{Heard}\"");
        return this;
    }

    private async Task SendAsync(Uri address, IReadOnlyDictionary<string, string> fields)
    {
        last = (address, fields);
        (Status, Answer) = await provider.PostAsync(address, fields);
        if (Status != HttpStatusCode.OK)
        {
            return;
        }

        var response = XDocument.Parse(Answer).Root!;
        response.Name.LocalName.ShouldBe("Response");
        gather = response.Element("Gather");
        onSilence = response.Element("Redirect") is { } redirect ? new Uri(address, redirect.Value) : null;
        if (response.Descendants("Say").ToList() is { Count: > 0 } said)
        {
            Heard = string.Join(' ', said.Select(say => say.Value));
            Language = said[0].Attribute("language")?.Value ?? "";
        }
    }

    private Uri Address(string attribute) => new(last.Address, gather?.Attribute(attribute)?.Value ?? "");
}
