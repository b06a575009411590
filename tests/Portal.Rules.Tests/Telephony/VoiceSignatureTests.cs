using Portal.Rules.Telephony;
using Shouldly;

namespace Portal.Rules.Tests.Telephony;

public sealed class VoiceSignatureTests
{
    // The example of the provider's documentation.
    private const string Secret = "12345";
    private const string Address = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Published = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["Digits"] = "1234",
        ["CallSid"] = "CA1234567890ABCDE",
        ["To"] = "+18005551212",
        ["Caller"] = "+14158675309",
        ["From"] = "+14158675309",
    };

    [Fact]
    public void CALL_1_ThePublishedVector() => VoiceSignature.Make(Secret, Address, Fields).ShouldBe(Published);

    [Theory]
    [InlineData(Published, Secret, Address, "1234", true)]
    [InlineData(null, Secret, Address, "1234", false)]
    [InlineData("", Secret, Address, "1234", false)]
    [InlineData("no Base64!", Secret, Address, "1234", false)]
    [InlineData("RSOYDt4T1cUTdK1PDd93", Secret, Address, "1234", false)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8AAAA=", Secret, Address, "1234", false)]
    [InlineData(Published, "12346", Address, "1234", false)]
    [InlineData(Published, Secret, "https://mycompany.com/myapp.php?foo=1&bar=3", "1234", false)]
    [InlineData(Published, Secret, "http://mycompany.com/myapp.php?foo=1&bar=2", "1234", false)]
    [InlineData(Published, Secret, Address, "1235", false)]
    public void IV_W01_OnlyTheSecretsOwner_SignsThisPost(string? signature, string secret, string address, string digits, bool expected) =>
        VoiceSignature.IsOf(signature, secret, address, new Dictionary<string, string>(Fields) { ["Digits"] = digits })
            .ShouldBe(expected);
}
