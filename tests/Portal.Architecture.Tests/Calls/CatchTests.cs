using System.Data.Common;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Calls;

/// <summary>
/// What goes wrong with the database also comes inside an exception of a general type, as Entity Framework tells of a
/// connection that breaks: whoever looks for the database's own type misses it. DatabaseFailure looks inside; work of
/// the background that must go on takes whatever comes.
/// </summary>
public sealed class CatchTests
{
    [Fact]
    public void REL_2_NobodyButTheRoomOfData_KnowsAFailureByTheDatabasesOwnType() => Offences(Source.Web.GetTypes()).ShouldBeEmpty();

    [Theory]
    [InlineData(nameof(ByClause))]
    [InlineData(nameof(ByFilter))]
    public void ACatchByTheDatabasesType_IsFound(string fixture) =>
        Offences(typeof(CatchTests).Assembly.GetTypes()).ShouldContain(offence => offence.Contains(fixture, StringComparison.Ordinal));

    private static string[] Offences(IEnumerable<Type> types) =>
    [
        .. types.Where(type => !IsOfData(Source.Outermost(type).Namespace) && TypeReferences.Of(type).Contains(typeof(DbException)))
            .Select(type => type.FullName!).Distinct().Order(StringComparer.Ordinal),
    ];

    private static bool IsOfData(string? room) =>
        room == "Portal.Web.Data" || room?.StartsWith("Portal.Web.Data.", StringComparison.Ordinal) == true;

    private static class ByClause
    {
        public static bool Try(Action work)
        {
            try
            {
                work();
                return true;
            }
            catch (DbException)
            {
                return false;
            }
        }
    }

    private static class ByFilter
    {
        public static async Task<bool> TryAsync(Func<Task> work)
        {
            try
            {
                await work();
                return true;
            }
            catch (Exception e) when (e is DbException or TimeoutException)
            {
                return false;
            }
        }
    }
}
