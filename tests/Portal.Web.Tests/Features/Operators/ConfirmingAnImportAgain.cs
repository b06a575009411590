using System.Text;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.Operators;

[Trait("Review", "S7")]
[Collection(nameof(CountersOfTheProcess))]
public sealed class ConfirmingAnImportAgain : OperatorsTest
{
    private const string Import = List + "/import";
    private const string Two = "オペレータID,姓,キーワード\r\nN0009601,一括,Keyword2468\r\nN0009602,一括,Keyword1357\r\n";

    private static async Task<PortalForm> PreviewAsync(PortalBrowser parent) =>
        (await (await parent.GetAsync(Import)).Form("form[enctype]").Attach("upload", "list.csv", Encoding.UTF8.GetBytes(Two), "text/csv")
            .SubmitAsync("確認へ進む")).ShouldBeOk().Form("form[action$=confirm]");

    private Task<long> ImportedAsync() =>
        App.World.Accounts.CountNamedAsync("N00096");

    [Fact]
    public async Task SAFE_2_AReplayLeadsWhereTheFirstLed_AndCostsNoHash()
    {
        var form = await PreviewAsync(await SignedInAsync(ParentId));
        using var hashes = new MeterReading("portal.password.hashes");
        (await form.SubmitAsync("2件を登録")).ShouldRedirectTo(Import + "/done");
        hashes.Total.ShouldBe(4);

        for (var i = 0; i < 5; i++)
        {
            (await form.SubmitAsync("2件を登録")).ShouldRedirectTo(Import + "/done");
        }

        hashes.Total.ShouldBe(4);
        (await ImportedAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("")]
    [InlineData("0197f3a1-7d5e-7c3a-9b1f-0123456789ab")]
    public async Task SAFE_2_TheContentIsOfItsOwnFormAlone(string formId)
    {
        var form = await PreviewAsync(await SignedInAsync(ParentId));
        using var hashes = new MeterReading("portal.password.hashes");

        (await form.Forge("formId", formId).SubmitAsync("2件を登録")).ShouldRedirectTo(Import);

        hashes.Total.ShouldBe(0);
        (await ImportedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_2_SixAtOnce_RegisterOnceAndLeadToTheSamePage()
    {
        var form = await PreviewAsync(await SignedInAsync(ParentId));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => form.SubmitAsync("2件を登録"))));

        answers.ShouldAllBe(answer => answer.Location == Import + "/done");
        (await ImportedAsync()).ShouldBe(2);
        (await EventsAsync("users-imported")).ShouldBe(1);
    }
}
