using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class PointKindsAndCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "EntryCount",
                table: "PointPeriods",
                type: "int",
                nullable: false,
                defaultValue: 0);

            // Ledgers of before are as long as they are now. A script compiles this before it has the column, hence EXEC.
            migrationBuilder.Sql("""
                EXEC(N'UPDATE period SET [EntryCount] = (SELECT COUNT(*) FROM [PointEntries] AS entry
                    WHERE entry.[TenantId] = period.[TenantId] AND entry.[PeriodId] = period.[Id]) FROM [PointPeriods] AS period;');
                """);

            migrationBuilder.AddCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries",
                sql: "\"Kind\" IN ('Grant', 'Reserve', 'Use', 'Return', 'Expire')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries");

            migrationBuilder.DropColumn(
                name: "EntryCount",
                table: "PointPeriods");
        }
    }
}
