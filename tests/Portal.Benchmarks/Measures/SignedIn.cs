using System.Net;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>Visitors who have signed in.</summary>
internal static class SignedIn
{
    public static Task<Visitor> AtStockAsync(SubjectProcess stock) =>
        AtAsync(stock, new Visitor(stock.Address), StockWorld.Login, "UserName", StockWorld.UserName(0), HttpStatusCode.Redirect);

    public static Task<Visitor> AtPortalAsync(SubjectProcess portal, string id = PortalWorld.Manager) =>
        AtAsync(portal, PortalWorld.Visit(portal), PortalWorld.Portal + "/login", "Identifier", id, HttpStatusCode.SeeOther);

    public static Task<Visitor> AtStaffAsync(SubjectProcess portal) =>
        AtAsync(portal, PortalWorld.Visit(portal), PortalWorld.Admin + "/login", "Identifier", PortalWorld.Staff, HttpStatusCode.SeeOther);

    private static async Task<Visitor> AtAsync(SubjectProcess subject, Visitor visitor, string page, string idField, string id,
        HttpStatusCode expected)
    {
        await subject.AnswersAsync(visitor, page);
        var token = await visitor.TokenAsync(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, page)
        {
            Content = new FormUrlEncodedContent([new(idField, id), new("Password", PortalWorld.Password),
                new("__RequestVerificationToken", token)]),
        };
        using var answer = await visitor.SendAsync(request);
        visitor.Keep(answer);
        return answer.StatusCode == expected
            ? visitor
            : throw new InvalidOperationException($"{id} was not let in: {(int)answer.StatusCode}.");
    }
}
