using Portal.Web.Data;
using Portal.Web.Data.Connections;

namespace Portal.Web.Tests.Data.SqlServer;

/// <summary>No SQL Server is at hand here; what its numbers mean is told by its manual.</summary>
public sealed class SqlServerFailureTests
{
    [Theory]
    [InlineData(1205)] // deadlock
    [InlineData(2627)] // the same key
    public void FD_08_AnotherWasFaster(int number) => DatabaseFailure.OfSqlServer(number).ShouldBe(DatabaseFailureKind.Conflict);

    [Theory]
    [InlineData(-2)] // too slow
    [InlineData(1222)] // a row's lock was not given in time
    [InlineData(DatabaseFailure.SqlServerLockNotGiven)] // nor one of ours
    [InlineData(64)] // cut off
    [InlineData(233)] // nobody at the other end
    [InlineData(258)] // its time ran out
    [InlineData(11001)] // no such host
    [InlineData(701)] // no memory
    [InlineData(945)] // not opened for want of room
    [InlineData(1105)] // no room for rows
    [InlineData(9002)] // no room for the log
    [InlineData(10928)]
    [InlineData(10929)]
    [InlineData(40197)]
    [InlineData(40501)]
    [InlineData(40613)]
    [InlineData(49918)]
    [InlineData(49919)]
    [InlineData(49920)]
    public void FD_08_REL_2_WhoComesAgainLater_IsServed(int number) =>
        DatabaseFailure.OfSqlServer(number).ShouldBe(DatabaseFailureKind.Unavailable);

    /// <summary>Waiting helps neither: whoever operates it must hear of it.</summary>
    [Theory]
    [InlineData(102)] // a statement that is wrong
    [InlineData(18456)] // a password that is wrong
    public void FD_08_WhatIsSetWrong_IsOurFault(int number) => DatabaseFailure.OfSqlServer(number).ShouldBe(DatabaseFailureKind.None);

    [Fact]
    public void FD_08_EachConnectionIsTold_HowLongToWaitForARow()
    {
        var script = TSqlScript.Parse(ConnectionWatch.LockLimit(2300));

        script.Errors.ShouldBeEmpty();
        ConnectionWatch.LockLimit(2300).ShouldBe("SET LOCK_TIMEOUT 2300");
    }
}
