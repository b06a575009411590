using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Starting;
using Portal.Web.Domain.Accounts.Identity;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>
/// Accounts that were stored when their keys still had what nobody sees: a start makes their keys anew (TEXT-1).
/// </summary>
public sealed class RenewingKeys : SignInTest
{
    protected override Account Usual => new("rental", "R900020") { Email = "taro@example.jp" };

    private Task<string?> ColumnAsync(string column) =>
        App.Database.ReadAsync<string>($"""SELECT to_jsonb("Users") ->> {column} FROM "Users" WHERE "Id" = {UserId}""");

    /// <summary>As the former release stored it.</summary>
    private async Task StoreAsync(string email, string key)
    {
        await App.Database.ExecuteAsync($"""
            UPDATE "Users" SET "Email" = {email}, "NormalizedEmail" = {email}, "NormalizedUserName" = {key} WHERE "Id" = {UserId}
            """);
        await App.Database.ExecuteAsync($"""UPDATE "Tenants" SET "KeyForm" = 0""");
    }

    private Task StartAsync() => App.WithServicesAsync(async services =>
    {
        var step = services.GetServices<IStartStep>().OfType<CanonicalKeysStep>().Single();
        await step.RunAsync(CancellationToken.None);
    });

    [Theory]
    [InlineData("taro@example。jp", "taro@example.jp")]
    [InlineData("taro@example.jp\u200B", "taro@example.jp")]
    [InlineData("taro@日本語.jp", "taro@xn--wgv71a119e.jp")]
    [Trait("Review", "F4")]
    [Trait("Review", "F5")]
    public async Task TEXT_1_AnAccountOfTheFormerRelease_IsFoundByWhatItsOwnerReads(string former, string stored)
    {
        await StoreAsync(former, "r900020 " + former);
        (await App.CreateBrowser().TrySignInAsync("rental", "R900020", email: stored)).ShouldBeRefused();

        await StartAsync();

        (await ColumnAsync("Email")).ShouldBe(stored);
        (await ColumnAsync("NormalizedEmail")).ShouldBe(stored);
        (await ColumnAsync("NormalizedUserName")).ShouldBe("r900020 " + stored);
        await App.CreateBrowser().SignInAsync("rental", "R900020", email: former);
        await App.CreateBrowser().SignInAsync("rental", "R900020", email: stored);
    }

    [Fact]
    public async Task TEXT_1_RenewingTwiceChangesNothing_AndIsNotDoneTwice()
    {
        await StoreAsync("taro@example。jp", "r900020 taro@example。jp");
        await StartAsync();
        var version = await ColumnAsync("Version");
        await StartAsync();
        (await App.Database.ReadAsync<long>($"""SELECT count(*) FROM "Tenants" WHERE "KeyForm" <> {CanonicalKeys.Form}""")).ShouldBe(0);

        await App.Database.ExecuteAsync($"""UPDATE "Tenants" SET "KeyForm" = 0""");
        await Task.WhenAll(StartAsync(), StartAsync());
        (await ColumnAsync("Version")).ShouldBe(version, "an open form of its owner goes on");
    }

    [Fact]
    public async Task TEXT_1_OfTwoThatLookTheSame_TheOneThatCanBeTypedKeepsItsKey()
    {
        await new Account("rental", "R900020") { Email = "taro@example.com" }.AddToAsync(App);
        await StoreAsync("taro@example。com", "r900020 taro@example。com");
        await StartAsync();

        (await ColumnAsync("NormalizedUserName")).ShouldBe("r900020 taro@example。com");
        await App.CreateBrowser().SignInAsync("rental", "R900020", email: "taro@example.com");
    }

    [Fact]
    public async Task TEXT_1_MoreThanOneBatchIsRenewed()
    {
        var contract = await App.QueryAsync("rental", db => db.Contracts.Select(row => row.Id).FirstAsync());
        await App.Database.ExecuteAsync($"""
            INSERT INTO "Users" SELECT (jsonb_populate_record("Users", jsonb_build_object('Id', gen_random_uuid(), 'UserName', 'R' || n,
              'NormalizedUserName', 'r' || n || ' a@example。jp', 'Email', 'a@example。jp'))).*
            FROM "Users", generate_series(1, 1100) n WHERE "Id" = {UserId} AND "ContractId" = {contract}
            """);
        await App.Database.ExecuteAsync($"""UPDATE "Tenants" SET "KeyForm" = 0""");
        await StartAsync();
        (await App.Database.ReadAsync<long>($"""SELECT count(*) FROM "Users" WHERE "NormalizedUserName" LIKE '% a@example.jp'"""))
            .ShouldBe(1100);
    }
}
