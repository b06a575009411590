using Portal.TestKit.Accounts;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>What was copied from a contact, a mail or a chat brings marks along that nobody sees (TEXT-1).</summary>
public sealed class TypingWhatLooksTheSame : SignInTest
{
    [Theory]
    [InlineData(Id + "\u200B")]
    [InlineData("\uFEFF" + Id)]
    [InlineData("\u202A" + Id + "\u202C")]
    [InlineData("n000\u00AD9001")]
    [Trait("Review", "F16")]
    public async Task TEXT_1_ALoginIdWithMarks_IsTheLoginId(string typed) => await App.CreateBrowser().SignInAsync(Tenant, typed);

    [Theory]
    [InlineData("\u202D06-1234-5678\u202C")]
    [InlineData("(06)1234-5678")]
    [InlineData("06.1234.5678")]
    [InlineData("+81 6-1234-5678")]
    [InlineData("+81 (0)6 1234 5678")]
    [Trait("Review", "F16")]
    public async Task TEXT_4_ATelephoneNumber_SignsInHoweverItIsWritten(string typed)
    {
        await new Account("homephone", "0612345678") { Contract = "H-900001" }.AddToAsync(App);
        await App.CreateBrowser().SignInAsync("homephone", typed);
    }

    [Fact]
    [Trait("Review", "F16")]
    public async Task TEXT_1_SpellingsOfOneId_CountTogether()
    {
        foreach (var typed in new[] { Id, Id + "\u200B", "\uFEFF" + Id, "\u2066" + Id + "\u2069", "N0009\u2060001" })
        {
            await FailAsync(1, typed);
        }

        (await IsLockedAsync()).ShouldBeTrue();
    }
}
