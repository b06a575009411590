using Microsoft.Data.SqlClient;
using Npgsql;
using Portal.Web.Data.Starting;

namespace Portal.Web.Tests.Data.Starting;

/// <summary>How long a database is waited for on a machine that is slow.</summary>
public sealed class DatabasePatienceTests
{
    [Fact]
    public void RX_05_TheFactorHolds_WhateverTheDatabase()
    {
        var postgres = new DatabaseConnections(DatabaseProvider.PostgreSql, "Host=db", null);
        var sqlServer = new DatabaseConnections(DatabaseProvider.SqlServer, "Server=db", null);

        new NpgsqlConnectionStringBuilder((postgres with { PatienceFactor = 10 }).Limited).CommandTimeout
            .ShouldBe(10 * new NpgsqlConnectionStringBuilder(postgres.Limited).CommandTimeout);
        var (usual, patient) = (new SqlConnectionStringBuilder(sqlServer.Limited),
            new SqlConnectionStringBuilder((sqlServer with { PatienceFactor = 10 }).Limited));
        (patient.CommandTimeout, patient.ConnectTimeout).ShouldBe((10 * usual.CommandTimeout, 10 * usual.ConnectTimeout));
        new SqlConnectionStringBuilder((sqlServer with { PatienceFactor = 10 }).Scheduler).CommandTimeout
            .ShouldBe(10 * new SqlConnectionStringBuilder(sqlServer.Scheduler).CommandTimeout);
    }
}
